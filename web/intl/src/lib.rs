//! How the browser's own locale writes numbers: for the page, and for the workers beside it.

use std::cell::RefCell;

use outside::{NumberFormat, Options};
use plimsoll_report::{Currency, Decimal, DecimalMark, Few, Formatter};
use wasm_bindgen::JsValue;

/// What is asked of the browser. Written out here, since `js-sys` brings code for much else that is linked but never run.
mod outside {
    use wasm_bindgen::JsValue;
    use wasm_bindgen::prelude::wasm_bindgen;

    #[wasm_bindgen]
    extern "C" {
        /// A plain object.
        #[wasm_bindgen(js_name = Object)]
        pub(super) type Options;

        #[wasm_bindgen(constructor, js_class = "Object")]
        pub(super) fn new() -> Options;

        #[wasm_bindgen(method, structural, indexing_setter)]
        pub(super) fn set_text(this: &Options, name: &str, value: &str);

        #[wasm_bindgen(method, structural, indexing_setter)]
        pub(super) fn set_number(this: &Options, name: &str, value: u32);

        #[wasm_bindgen(js_namespace = Intl)]
        #[derive(Clone, Debug)]
        pub(super) type NumberFormat;

        #[wasm_bindgen(constructor, js_namespace = Intl)]
        pub(super) fn new(locales: &JsValue, options: &Options) -> NumberFormat;

        #[wasm_bindgen(method, catch)]
        pub(super) fn format(this: &NumberFormat, digits: &str) -> Result<String, JsValue>;
    }
}

/// What a cached format writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    Number,
    Percent,
    Money(Currency),
}

/// Writes numbers by `Intl.NumberFormat`. Making one is slow, so each is made once.
#[derive(Debug)]
pub struct Intl {
    formats: RefCell<Few<(Style, u32), NumberFormat>>,
    /// A language tag; undefined for what the browser is set to.
    locale: JsValue,
    mark: DecimalMark,
}

impl Intl {
    /// The locale of the browser.
    #[must_use]
    pub fn of_browser() -> Self {
        Self::new(JsValue::UNDEFINED)
    }

    /// The locale of this language tag, which has to be one.
    #[must_use]
    pub fn of(locale: &str) -> Self {
        Self::new(locale.into())
    }

    fn new(locale: JsValue) -> Self {
        let mut intl = Self { formats: RefCell::default(), locale, mark: DecimalMark::Point };
        if intl.write(Style::Number, 1, "1.5").contains(',') {
            intl.mark = DecimalMark::Comma;
        }
        intl
    }

    /// Writes a number given in digits, so that no binary fraction comes between.
    fn write(&self, style: Style, decimals: u32, digits: &str) -> String {
        let made = self.formats.borrow().get(&(style, decimals)).cloned();
        let format = made.unwrap_or_else(|| {
            let format = make(&self.locale, style, decimals);
            self.formats.borrow_mut().set((style, decimals), format.clone());
            format
        });
        let text = format.format(digits).unwrap_or_else(|_| digits.into());
        text.replace('-', "−")
    }
}

fn make(locale: &JsValue, style: Style, decimals: u32) -> NumberFormat {
    let options = Options::new();
    options.set_text("numberingSystem", "latn");
    options.set_number("minimumFractionDigits", decimals);
    options.set_number("maximumFractionDigits", decimals);
    match style {
        Style::Number => {}
        Style::Percent => options.set_text("style", "percent"),
        Style::Money(currency) => {
            options.set_text("style", "currency");
            options.set_text("currency", currency.code());
        }
    }
    NumberFormat::new(locale, &options)
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
