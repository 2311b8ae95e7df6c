//! Parts that pages share. Each file has a part's markup; its styles stand
//! under the same name in `assets/styles/components.css`.

mod fact;
mod frame;
mod logo;
#[cfg(feature = "prerender")]
mod pay;
mod scale;
mod share_box;

pub(super) use fact::{facts, folded_facts};
pub(super) use frame::{footer, masthead};
#[cfg(feature = "prerender")]
pub(super) use pay::{PayLabel, pay_chart};
pub(super) use scale::{fit_scale, trait_scale};
pub(super) use share_box::ShareBox;
