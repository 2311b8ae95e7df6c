use qrcodegen::{QrCode, QrCodeEcc};
use yew::prelude::*;

/// The empty margin that readers need, in modules.
const QUIET: i32 = 4;

/// A link as a QR code; nothing for a text that is too long for one. It is dark on light
/// in every color scheme, because many readers can read no other.
///
/// The code comes from `qrcodegen`, which is small and depends on nothing. A standard is
/// no place for code of our own.
pub fn qr(link: &str, label: &'static str) -> Html {
    let Ok(code) = QrCode::encode_text(link, QrCodeEcc::Medium) else {
        return Html::default();
    };
    let side = (code.size() + 2 * QUIET).to_string();
    html! {
        <svg class="qr" viewBox={["0 0 ", &side, " ", &side].concat()} role="img" aria-label={label}>
            <rect class="qr__ground" width={side.clone()} height={side} />
            <path class="qr__modules" d={path(&code)} />
        </svg>
    }
}

/// The dark modules, a rectangle for each run in a row.
fn path(code: &QrCode) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let run = (x..code.size())
                .take_while(|x| code.get_module(*x, y))
                .count();
            let run = i32::try_from(run).unwrap_or_default();
            if run > 0 {
                let [x, y, run] = [x + QUIET, y + QUIET, run].map(|number| number.to_string());
                path += &["M", &x, " ", &y, "h", &run, "v1h-", &run, "z"].concat();
            }
            x += run + 1;
        }
    }
    path
}
