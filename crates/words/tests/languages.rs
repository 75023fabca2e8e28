//! How a person's language is read from tags and headers.

use words::Lang;

#[test]
fn tags_of_every_common_shape() {
    for tag in ["zh", "zh-CN", "ZH-hans-cn", "zh_CN.UTF-8", " zh "] {
        assert_eq!(tag.parse(), Ok(Lang::Zh), "{tag}");
    }
    for tag in ["en", "en-GB", "EN_us"] {
        assert_eq!(tag.parse(), Ok(Lang::En), "{tag}");
    }
    for tag in ["", "de", "zhuang", "*"] {
        assert!(tag.parse::<Lang>().is_err(), "{tag}");
    }
    for lang in Lang::ALL {
        assert_eq!(lang.tag().parse(), Ok(lang));
        assert_eq!(lang.to_string(), lang.tag());
    }
}

#[test]
fn the_header_prefers_by_weight_then_by_order() {
    for (header, lang) in [
        ("", Lang::Zh),
        ("de, fr;q=0.9", Lang::Zh),
        ("en", Lang::En),
        ("en-US,en;q=0.9,zh-CN;q=0.8", Lang::En),
        ("de;q=1, zh-CN;q=0.3, en;q=0.7", Lang::En),
        ("zh-CN,zh;q=0.9,en;q=0.8", Lang::Zh),
        ("en;q=0.5, zh;q=0.5", Lang::En),
        ("en;q=0", Lang::Zh),
        ("en; q=bad", Lang::Zh),
        ("en ; q=0.4 , zh;q=0.2", Lang::En),
    ] {
        assert_eq!(Lang::from_accept_language(header), lang, "{header}");
    }
}
