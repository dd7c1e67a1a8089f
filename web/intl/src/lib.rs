//! How the browser's own locale writes numbers: for the page, and for the workers beside it.

use std::cell::RefCell;

use js_sys::{Array, Function, Object, Reflect};
use plimsoll_report::{Currency, Decimal, DecimalMark, Few, Formatter};
use wasm_bindgen::JsValue;

/// What a cached function writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    Number,
    Percent,
    Money(Currency),
}

/// Writes numbers by `Intl.NumberFormat`. Making one is slow, so each is made once.
#[derive(Debug)]
pub struct Intl {
    functions: RefCell<Few<(Style, u32), Function>>,
    mark: DecimalMark,
}

impl Intl {
    /// The locale of the browser.
    #[must_use]
    pub fn of_browser() -> Self {
        let mut intl = Self { functions: RefCell::default(), mark: DecimalMark::Point };
        if intl.write(Style::Number, 1, "1.5").contains(',') {
            intl.mark = DecimalMark::Comma;
        }
        intl
    }

    /// Writes a number given in digits, so that no binary fraction comes between.
    fn write(&self, style: Style, decimals: u32, digits: &str) -> String {
        let made = self.functions.borrow().get(&(style, decimals)).cloned();
        let function = made.unwrap_or_else(|| {
            let function = make(style, decimals);
            self.functions.borrow_mut().set((style, decimals), function.clone());
            function
        });
        let written = function.call1(&JsValue::UNDEFINED, &JsValue::from_str(digits));
        let text = written.ok().and_then(|text| text.as_string()).unwrap_or_else(|| digits.into());
        text.replace('-', "−")
    }
}

fn make(style: Style, decimals: u32) -> Function {
    let options = Object::new();
    let set = |name: &str, value: JsValue| Reflect::set(&options, &name.into(), &value).is_ok();
    let mut done = set("numberingSystem", "latn".into())
        & set("minimumFractionDigits", decimals.into())
        & set("maximumFractionDigits", decimals.into());
    match style {
        Style::Number => {}
        Style::Percent => done &= set("style", "percent".into()),
        Style::Money(currency) => {
            done &= set("style", "currency".into()) & set("currency", currency.code().into());
        }
    }
    debug_assert!(done, "a plain object takes any property");
    js_sys::Intl::NumberFormat::new(&Array::new(), &options).format()
}

impl Formatter for Intl {
    fn decimal_mark(&self) -> DecimalMark {
        self.mark
    }

    fn number(&self, value: Decimal, decimals: u32) -> String {
        self.write(Style::Number, decimals, &value.to_string())
    }

    fn percent(&self, percent: Decimal, decimals: u32) -> String {
        // Intl writes a share: the same digits, two places on.
        let mut share = percent;
        if share.set_scale(percent.scale().saturating_add(2)).is_err() {
            return percent.to_string();
        }
        self.write(Style::Percent, decimals, &share.to_string())
    }

    fn money(&self, amount: Decimal, currency: Currency, decimals: u32) -> String {
        self.write(Style::Money(currency), decimals, &amount.to_string())
    }

    fn sign(&self, currency: Currency) -> String {
        let zero = self.write(Style::Money(currency), 0, "0");
        zero.replace('0', "").trim().into()
    }
}
