//! Places of the national grid, which the oldest files have in place of degrees. By hand, because packages for it bring the
//! grid of shifts for the whole country, for centimetres that these places do not have.

#![expect(clippy::many_single_char_names, reason = "the formulas are known by these letters")]

use crate::plan::area::Point;

/// The ellipsoid of the grid, and that of degrees: half of the longer and of the shorter axis, in metres.
const AIRY: (f64, f64) = (6_377_563.396, 6_356_256.909);
const WGS84: (f64, f64) = (6_378_137.0, 6_356_752.314_245);

/// Where the grid begins: scale, latitude, longitude (degrees), northing, easting (metres).
const SCALE: f64 = 0.999_601_271_7;
const ORIGIN: (f64, f64) = (49.0, -2.0);
const FALSE: (f64, f64) = (-100_000.0, 400_000.0);

/// Metres to the east and to the north as degrees. Good to about five metres, by one shift for the whole country, where
/// the published places are themselves moved by more.
pub(super) fn degrees(easting: f64, northing: f64) -> Option<Point> {
    let on_grid = (0.0..=700_000.0).contains(&easting) && (0.0..=1_300_000.0).contains(&northing);
    if !on_grid || (easting == 0.0 && northing == 0.0) {
        return None;
    }
    let (latitude, longitude) = on_ellipsoid(easting, northing);
    let (x, y, z) = shifted(from_centre(latitude, longitude));
    let (latitude, longitude) = on_surface(x, y, z);
    Some(Point { x: millionths(longitude)?, y: millionths(latitude)? })
}

fn millionths(radians: f64) -> Option<i32> {
    let number = (radians.to_degrees() * 1e6).round();
    // Within the grid's reach all numbers are far smaller.
    #[expect(clippy::cast_possible_truncation, reason = "its size is looked at first")]
    (number.abs() <= 180e6).then_some(number as i32)
}

/// Out of the flat grid: latitude and longitude on its own ellipsoid, in radians.
fn on_ellipsoid(easting: f64, northing: f64) -> (f64, f64) {
    let (a, b) = AIRY;
    let (start, middle) = (ORIGIN.0.to_radians(), ORIGIN.1.to_radians());
    let n = (a - b) / (a + b);
    let arc = |to: f64| {
        let (apart, sum) = (to - start, to + start);
        let (n2, n3) = (n * n, n * n * n);
        b * SCALE
            * ((1.0 + n + 1.25 * n2 + 1.25 * n3) * apart - (3.0 * n + 3.0 * n2 + 2.625 * n3) * apart.sin() * sum.cos()
                + (1.875 * n2 + 1.875 * n3) * (2.0 * apart).sin() * (2.0 * sum).cos()
                - 35.0 / 24.0 * n3 * (3.0 * apart).sin() * (3.0 * sum).cos())
    };
    let mut latitude = start;
    for _ in 0..12 {
        let left = northing - FALSE.0 - arc(latitude);
        latitude += left / (a * SCALE);
        if left.abs() < 1e-5 {
            break;
        }
    }
    let flat = 1.0 - (b * b) / (a * a);
    let (sin, cos, tan) = (latitude.sin(), latitude.cos(), latitude.tan());
    let bend = 1.0 - flat * sin * sin;
    let nu = a * SCALE / bend.sqrt();
    let rho = a * SCALE * (1.0 - flat) / bend.powf(1.5);
    let eta = nu / rho - 1.0;
    let (t2, t4) = (tan * tan, tan.powi(4));
    let vii = tan / (2.0 * rho * nu);
    let viii = tan / (24.0 * rho * nu.powi(3)) * (5.0 + 3.0 * t2 + eta - 9.0 * t2 * eta);
    let ix = tan / (720.0 * rho * nu.powi(5)) * (61.0 + 90.0 * t2 + 45.0 * t4);
    let x = 1.0 / (cos * nu);
    let xi = 1.0 / (cos * 6.0 * nu.powi(3)) * (nu / rho + 2.0 * t2);
    let xii = 1.0 / (cos * 120.0 * nu.powi(5)) * (5.0 + 28.0 * t2 + 24.0 * t4);
    let xiia = 1.0 / (cos * 5040.0 * nu.powi(7)) * (61.0 + 662.0 * t2 + 1320.0 * t4 + 720.0 * t2 * t4);
    let d = easting - FALSE.1;
    (
        latitude - vii * d.powi(2) + viii * d.powi(4) - ix * d.powi(6),
        middle + x * d - xi * d.powi(3) + xii * d.powi(5) - xiia * d.powi(7),
    )
}

/// On the grid's ellipsoid, as metres from the centre of the earth.
fn from_centre(latitude: f64, longitude: f64) -> (f64, f64, f64) {
    let (a, b) = AIRY;
    let flat = 1.0 - (b * b) / (a * a);
    let nu = a / (1.0 - flat * latitude.sin().powi(2)).sqrt();
    (nu * latitude.cos() * longitude.cos(), nu * latitude.cos() * longitude.sin(), (1.0 - flat) * nu * latitude.sin())
}

/// From the centre that the grid assumes to that of degrees, by the Ordnance Survey's published shift.
fn shifted((x, y, z): (f64, f64, f64)) -> (f64, f64, f64) {
    let scale = 1.0 - 20.4894e-6;
    let [rx, ry, rz] = [0.1502_f64, 0.2470, 0.8421].map(|seconds| (seconds / 3600.0).to_radians());
    (
        446.448 + x * scale - y * rz + z * ry,
        -125.157 + x * rz + y * scale - z * rx,
        542.060 - x * ry + y * rx + z * scale,
    )
}

fn on_surface(x: f64, y: f64, z: f64) -> (f64, f64) {
    let (a, b) = WGS84;
    let flat = 1.0 - (b * b) / (a * a);
    let from_axis = x.hypot(y);
    let mut latitude = z.atan2(from_axis * (1.0 - flat));
    for _ in 0..6 {
        let nu = a / (1.0 - flat * latitude.sin().powi(2)).sqrt();
        latitude = (z + flat * nu * latitude.sin()).atan2(from_axis);
    }
    (latitude, y.atan2(x))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Places whose degrees are published beside their place on the grid.
    #[test]
    fn the_grid_becomes_degrees() {
        for (easting, northing, longitude, latitude) in
            [(651_409.903, 313_177.270, 1.716_05, 52.657_98), (530_000.0, 180_000.0, -0.128_36, 51.503_99)]
        {
            let point = degrees(easting, northing).unwrap_or_default();
            let apart = (f64::from(point.x) / 1e6 - longitude).abs().max((f64::from(point.y) / 1e6 - latitude).abs());
            assert!(apart < 1e-4, "{point:?} for {easting}, {northing}");
        }
        assert_eq!(degrees(0.0, 0.0), None);
        assert_eq!(degrees(-5.0, 200_000.0), None);
        assert_eq!(degrees(f64::NAN, 200_000.0), None);
    }
}
