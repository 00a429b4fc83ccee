//! Settings for the server that holds a site, as `docs/hosting.md` has them: there and here they are the same words.

/// The document, whose settings these are.
const DOCUMENT: &str = include_str!("../../docs/hosting.md");

/// A kind of server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Server {
    /// nginx.
    Nginx,
    /// Apache's httpd.
    Apache,
    /// Internet Information Services, of Windows.
    Iis,
    /// A host of static files that reads `_headers`.
    Static,
}

impl Server {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Nginx, Self::Apache, Self::Iis, Self::Static];

    /// The heading of its settings in the document.
    fn heading(self) -> &'static str {
        match self {
            Self::Nginx => "### nginx",
            Self::Apache => "### Apache",
            Self::Iis => "### IIS",
            Self::Static => "### Static hosts",
        }
    }
}

/// The settings for a site in the folder `/plan/`, as text for the server's own file of settings, with the content security
/// policy in its places. Nothing where the document has none, which a test rules out.
#[must_use]
pub fn settings(server: Server) -> Option<String> {
    let settings = block_after(DOCUMENT, server.heading())?;
    Some(settings.replace("POLICY", content_security_policy()?))
}

/// The policy under which the site works.
fn content_security_policy() -> Option<&'static str> {
    block_after(DOCUMENT, "## Content security policy")?.trim().strip_prefix("Content-Security-Policy: ")
}

/// The first block of code after a heading.
fn block_after<'d>(document: &'d str, heading: &str) -> Option<&'d str> {
    let (_, after) = document.split_once(&format!("\n{heading}\n"))?;
    let (_, block) = after.split_once("```")?;
    let (_, block) = block.split_once('\n')?;
    Some(block.split_once("```")?.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_server_has_its_settings_with_the_policy() {
        for (server, sign) in [
            (Server::Nginx, "location /plan/ {"),
            (Server::Apache, "RewriteEngine on"),
            (Server::Iis, "</configuration>"),
            (Server::Static, "/plan/*"),
        ] {
            let settings = settings(server).unwrap();
            assert!(settings.contains(sign), "{settings}");
            assert!(settings.contains(plan_server::CONTENT_SECURITY_POLICY), "{settings}");
            assert!(!settings.contains("POLICY") && !settings.contains("```"), "{settings}");
        }
    }

    #[test]
    fn a_block_is_that_of_its_own_heading() {
        let document = "a\n## One\ntext\n```sh\nfirst\n```\n## Two\n```\nsecond\n```\n";
        assert_eq!(block_after(document, "## Two"), Some("second\n"));
        assert_eq!(block_after(document, "## One"), Some("first\n"));
        assert_eq!(block_after(document, "## Three"), None);
    }
}
