//! Parts that pages share. Each file has a part's markup; its styles stand
//! under the same name in `assets/styles/components.css`.

mod fact;
mod frame;
mod logo;
#[allow(dead_code, reason = "the result page and the guide take it up next")]
mod pay;
mod scale;
mod share_box;

pub(super) use fact::{facts, folded_facts};
pub(super) use frame::{footer, masthead};
#[allow(unused_imports, reason = "as above")]
pub(super) use pay::{PayLabel, pay_chart};
pub(super) use scale::{fit_scale, trait_scale};
pub(super) use share_box::ShareBox;
