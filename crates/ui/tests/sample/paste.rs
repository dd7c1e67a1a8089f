//! The paste panel: empty, and with a table that has its troubles.

use plimsoll_report::view::{PasteFigure, PasteIssue, PasteQuestion, PasteView};

use super::option;

pub(crate) fn empty() -> PasteView {
    PasteView {
        text: "".into(),
        summary: None,
        question: None,
        issues: Vec::new(),
        more_issues: 0,
        segments: Vec::new(),
        figures: Vec::new(),
        can_accept: false,
    }
}

pub(crate) fn with_issues() -> PasteView {
    let issue = |place: &str, reason: &str, is_left_out| PasteIssue {
        place: place.into(),
        reason: reason.into(),
        is_left_out,
    };
    let figure = |label: &'static str, now: &str, then: &str| PasteFigure {
        slug: label.into(),
        label: label.into(),
        now: now.into(),
        then: then.into(),
    };
    PasteView {
        text: "Customer\tSegment\tStart\tEnd\nAcme <b>& Sons</b>\tSMB\t1.200\t1.500\nBrook\tSMB\tn/a\t0\nCairn\tEnterprise\t9.000\t9.600".into(),
        summary: Some("Read 3 rows, separated by tabs; 2 count.".into()),
        question: Some(PasteQuestion {
            question: "Is “1.200” one thousand two hundred?".into(),
            answers: vec![option(",", "Yes, 1,200", true), option(".", "No, 1.2", false)],
        }),
        issues: vec![
            issue("Row 3, column “Start”", "“n/a” is not a number, so the row is left out.", true),
            issue("Row 4", "Cairn pays $9,600, eight times the median. Is that a yearly amount?", false),
        ],
        more_issues: 12,
        segments: vec![option("", "All", true), option("=SMB", "SMB", false), option("=Enterprise", "Enterprise", false)],
        figures: vec![
            figure("MRR at the start", "$240,000", "$10,200"),
            figure("New MRR", "$72,000", "$0"),
            figure("Expansion MRR", "$28,800", "$900"),
            figure("Contraction MRR", "$6,000", "$0"),
            figure("Churned MRR", "$38,400", "$0"),
            figure("Customers at the start", "250", "2"),
            figure("Customers lost", "50", "0"),
        ],
        can_accept: true,
    }
}
