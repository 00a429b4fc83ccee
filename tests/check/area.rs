//! Mistakes in the official figures of the area.

use crate::{Copy, Told, compare};

#[test]
fn some_postcode_in_use_lies_in_a_ward() {
    // As an import left it that knew none of the wards' codes; and the same with what was in the wards before.
    for (gone, rest) in [("outside,Fellgate", ""), ("withdrawn,brook", "QX1 2,withdrawn,tarn,ZZ\n")] {
        let copy = Copy::new();
        let table = copy.read("area/postcodes.csv");
        let rows = table.lines().filter(|it| it.starts_with("sector") || it.contains("Fellgate") || it.contains(gone));
        let rows: String = rows.map(|it| it.to_owned() + "\n").collect();
        copy.write("area/postcodes.csv", rows + rest);
        copy.replace("area/postcodes.toml", "unmarked = ", "# unmarked = ");
        let says = "no postcode that is in use lies in a ward";
        if let Err(difference) = compare(&copy, &[Told { file: "area/postcodes.csv", on: None, says }]) {
            panic!("{gone}\n{difference}");
        }
    }
    // An area without postcodes has none to look for.
    let copy = Copy::new();
    copy.write("area/postcodes.csv", "sector,use,place,units\n");
    copy.write("area/postcodes.toml", "# none\n");
    assert_eq!(copy.load().problems, []);
}
