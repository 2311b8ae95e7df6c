//! Parts that pages share. Each file has a part's markup; its styles stand
//! beside it under the same name. Some parts are styles alone: a class that pages
//! put on elements of their own. `site/src/styles.rs` lists the styles in order.

mod fact;
mod fold;
mod frame;
mod later;
mod link;
mod link_box;
mod logo;
mod paste_box;
mod pay;
mod qr;
mod radio;
mod scale;
mod settings;

#[cfg(feature = "ssr")]
pub(super) use fact::{date, dated, estimate, record};
pub(super) use fact::{facts, folded_facts};
pub(super) use fold::fold;
pub(super) use frame::{footer, guide_link, masthead};
pub(super) use later::Later;
pub(super) use link::go;
pub(super) use link_box::LinkBox;
pub(super) use paste_box::PasteBox;
pub(super) use pay::{PayLabel, pay_chart};
pub(super) use qr::qr;
pub(super) use radio::{Radio, radio, radio_id};
pub(super) use scale::{fit_scale, trait_scale};
pub(super) use settings::settings;
