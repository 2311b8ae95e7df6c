//! Files that the page hands to the reader, caught before the browser takes
//! them.

use serde_json::Value;

use crate::driver::Outcome;
use crate::reader::Reader;

/// A file as the page made it.
pub struct File {
    pub name: String,
    pub kind: String,
    pub bytes: Vec<u8>,
}

impl File {
    pub fn text(&self) -> Outcome<&str> {
        Ok(std::str::from_utf8(&self.bytes)?)
    }
}

impl Reader {
    /// Presses a button that makes a file, and gives the file.
    pub async fn takes_file(&self, button: &str) -> Outcome<File> {
        const CATCH: &str = "(() => { \
             if (window.caught) return; \
             window.caught = []; \
             const make = URL.createObjectURL.bind(URL); \
             let latest; \
             URL.createObjectURL = (blob) => { latest = blob; return make(blob); }; \
             HTMLAnchorElement.prototype.click = function () { \
             caught.push([this.download, latest]); }; })()";
        const READ: &str = "const [done] = arguments; \
             const [name, blob] = caught.shift(); \
             blob.arrayBuffer().then( \
             (bytes) => done([name, blob.type, [...new Uint8Array(bytes)]]), \
             (error) => done(String(error)));";
        self.value(CATCH).await?;
        self.click_on(button).await?;
        self.wait_for("caught.length > 0").await?;
        let client = &self.session.client;
        let read: Value = client.execute_async(READ, Vec::new()).await?;
        let (name, kind, bytes) = serde_json::from_value(read)?;
        Ok(File { name, kind, bytes })
    }
}
