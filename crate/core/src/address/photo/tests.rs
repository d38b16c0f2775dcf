use super::*;

#[test]
fn reads_all_an_address_says() {
    let url = "https://media.licdn.com/dms/image/v2/D4E03AQ/profile-displayphoto-shrink_200_200/B4/0/1718000000000?e=1790000000&v=beta&t=x";
    let photo = PhotoAddress::read(url).unwrap();
    assert_eq!(photo.id.as_str(), "D4E03AQ");
    assert_eq!((photo.side, photo.set_at, photo.expires_at), (200, Some(1_718_000_000_000), Some(1_790_000_000_000)));
    assert!(photo.is_fetchable());
}

#[test]
fn sizes_of_one_upload_are_one_photo() {
    let id = |rest: &str| PhotoAddress::read(&format!("https://media.licdn.com/dms/image/{rest}")).map(|p| p.id);
    let one = id("v2/D4/profile-displayphoto-shrink_100_100/0/1?e=1");
    assert!(one.is_some());
    assert_eq!(one, id("v2/D4/profile-displayphoto-scale_800_800/p/0/1718000000000"));
    assert_eq!(one, id("D4/profile-framedphoto-shrink_400_400/0/1"));
}

#[test]
fn implausible_times_are_unknown() {
    let photo =
        PhotoAddress::read("https://media.licdn.com/dms/image/v2/x/profile-displayphoto-shrink_100_100/0/1?e=1")
            .unwrap();
    assert_eq!((photo.set_at, photo.expires_at), (None, None));
}

fn read(place: &str) -> Option<PhotoAddress> {
    PhotoAddress::read(&format!("https://{place}"))
}

#[test]
fn older_hosts_are_read_and_never_fetched() {
    for host in OLDER_HOSTS {
        let photo = read(&format!("{host}/dms/image/C5603AQ5/profile-displayphoto-shrink_800_800/0/1517000000000?e=1"));
        let photo = photo.unwrap();
        assert_eq!((photo.side, photo.set_at), (800, Some(1_517_000_000_000)), "{host}");
        assert!(!photo.is_fetchable(), "{host}");
    }
}

#[test]
fn every_kind_of_persons_photo_is_read() {
    for (path, side) in [
        ("dms/image/C4E04AQx/profile-originalphoto-shrink_900_1200/0/1600000000000?e=1620000000&v=beta&t=x", 900),
        ("dms/image/C4E04AQx/profile-originalphoto-shrink_450_600/0?e=1528833600&v=beta&t=x", 450),
        ("dms/image/v2/D4D03AQ/profile-displayphoto-scale_400_400/B4DZ7.O87mJQAY-/0/1782113463737?e=1", 400),
        ("dms/image/v2/D4D03AQ/profile-displayphoto-crop_800_800/B4DZ7/0/1782113463737", 800),
        ("dms/image/v2/D5603AQ/profile-displayphoto-scale_400_400/B56Z.jpg", 400),
        ("mpr/mpr/shrinknp_200_200/p/2/005/021/010/260ad65.jpg", 200),
        ("mpr/mpr/shrink_80_80/AAEAAQAAAAAAAAihAAAAJGUwYjY5NWRi.jpg", 80),
        ("mpr/mprx/0_yHCbiqwqTs-KLVTZOW5q", 0),
        ("mpr/pub/image-4MS9vkWJO0EP/david-example.jpg", 0),
    ] {
        let photo = read(&format!("media.licdn.com/{path}"));
        assert_eq!(photo.as_ref().map(|photo| photo.side), Some(side), "{path}");
        assert!(photo.is_some_and(|photo| photo.is_fetchable() && !photo.is_framed), "{path}");
    }
    let oldest = |rest: &str| read(&format!("media.licdn.com/mpr/mpr/{rest}")).map(|photo| photo.id);
    assert_eq!(oldest("shrink_80_80/p/2/0c7.jpg"), oldest("shrinknp_400_400/p/2/0c7.jpg"));
    assert_ne!(oldest("shrink_80_80/p/2/0c7.jpg"), oldest("shrink_80_80/p/3/0c7.jpg"));
}

#[test]
fn a_framed_photo_does_not_say_when_the_photo_was_set() {
    for path in [
        "D4D35AQG37/profile-framedphoto-shrink_100_100/profile-framedphoto-shrink_100_100/0/1722933965745?e=1",
        "D4D03AQG37/profile-framedphoto-shrink_400_400/0/1722933965745",
        "D5635AQG37/profile-displayphoto-shrink_400_400/0/1722933965745",
    ] {
        let photo = read(&format!("media.licdn.com/dms/image/v2/{path}")).unwrap();
        assert!(photo.is_framed && photo.set_at.is_none(), "{path}");
    }
    let display = "media.licdn.com/dms/image/v2/D4D03AQ35/profile-displayphoto-shrink_400_400/0/1722933965745";
    assert_eq!(read(display).map(|photo| (photo.is_framed, photo.set_at)), Some((false, Some(1_722_933_965_745))));
}

#[test]
fn what_never_expires_has_no_end() {
    let url = "media.licdn.com/dms/image/v2/D4/profile-displayphoto-scale_200_200/B4/0/1753099386167";
    assert_eq!(read(&format!("{url}?e=2147483647&v=beta&t=x")).unwrap().expires_at, None);
    assert_eq!(read(&format!("{url}?e=9223372036854775807")).unwrap().expires_at, None);
}

#[test]
fn pictures_of_no_person_are_refused() {
    for path in [
        "media/AAYQAQQSAAgAAQAAAAAAAB1e6snRoUYA4fXr6nzrvZcmT4.jpg",
        "media/gcrc/dms/image/C4E12AQx/article-cover_image-shrink_720_1280/0?e=1600000000",
        "media/dms/image/v2/D4/profile-displayphoto-shrink_100_100/0/1718000000000",
        "media/p/6/000/1ee/17b/30e7016.jpg",
        "dms/image/v2/C4/company-logo_100_100/0/1",
        "dms/image/v2/C4/profile-displaybackgroundimage-shrink_200_800/0/1",
        "dms/image/v2/C4/profile-displayphotobackground-shrink_200_200/0/1",
        "dms/image/v2/C4/article-cover_image-shrink_720_1280/0/1",
        "dms/image/v2/C4/feedshare-shrink_800/0/1",
        "dms/image/sync/v2/C4/articleshare-shrink_480/0/1",
        "dms/image/v2/profile-displayphoto-shrink_100_100/0/1718000000000",
        "dms/image/v2/C4/videocover-low/profile-displayphoto-shrink_100_100/0/1",
        "mpr/mpr/p/2/000/082/2e6/39570d2.png",
        "mpr/mpr/AAEAAQAAAAAAAAICAAAAJGMzNTU2NTc2.jpg",
        "mpr/mpr/shrinknp_800_800/AAEAAQAAAAAAAAICAAAA.jpg",
        "mpr/mpr/shrinknp_200_100/AAEAAQAAAAAAAAICAAAA.jpg",
        "scds/concat/common/images/ghost.png",
        "a",
        "",
    ] {
        assert_eq!(read(&format!("media.licdn.com/{path}")), None, "{path}");
    }
    assert_eq!(read("static.licdn.com/aero-v1/sc/h/ghost"), None);
}

#[test]
fn an_address_without_a_size_is_refused() {
    for rendition in [
        "profile-displayphoto-shrink_",
        "profile-displayphoto-shrink_200",
        "profile-displayphoto-shrink_200_",
        "profile-displayphoto-shrink_0_0",
        "profile-displayphoto-shrink_+200_200",
        "profile-displayphoto-shrink_200_200_200",
        "profile-displayphoto-shrink_99999_99999",
        "profile-displayphoto-shrink_200_200x",
        "profile-displayphoto",
    ] {
        let url = format!("media.licdn.com/dms/image/v2/C4E03AQDNxril3RavGD/{rendition}");
        assert_eq!(read(&url), None, "{rendition}");
        assert_eq!(read(&format!("{url}/0/1718000000000?e=1")), None, "{rendition}");
    }
}

#[test]
fn hostile_addresses_are_refused() {
    const PHOTO: &str = "dms/image/v2/C4/profile-displayphoto-shrink_100_100/0/1718000000000";
    for start in [
        "https://media.licdn.com.evil.test/",
        "https://evil-media.licdn.com/",
        "https://media.licdn.com./",
        "https://MEDIA.licdn.com/",
        "https://media.licdn.com:8443/",
        "https://media.licdn.com:443/",
        "https://user@media.licdn.com/",
        "https://user:pass@media.licdn.com/",
        "https://media.licdn.com@evil.test/",
        "https://media.licdn.com\\@evil.test/",
        "https://media.licdn.com\\",
        "https://media.licdn.com%2f",
        "https://media.licdn.com/x/../",
        "https://media.licdn.com/./",
        "https://media.licdn.com//",
        "https://media.licdn.com/%2e%2e/",
        "https://evil.test/https://media.licdn.com/",
        "https://evil.test/?https://media.licdn.com/",
        "https://media.licdn.com?/",
        "https://media.licdn.com#/",
        "https:media.licdn.com/",
        "https:///media.licdn.com/",
        "HTTPS://media.licdn.com/",
        "http://media.licdn.com/",
        "//media.licdn.com/",
        "javascript://media.licdn.com/",
        "data:image/gif;base64,",
        "blob:https://media.licdn.com/",
        " https://media.licdn.com/",
        "https://m\u{435}dia.licdn.com/",
    ] {
        assert_eq!(PhotoAddress::read(&format!("{start}{PHOTO}")), None, "{start}");
    }
    assert!(PhotoAddress::read(&format!("https://media.licdn.com/{PHOTO}")).is_some());
    for path in [
        "dms/image/v2/C4%2F../profile-displayphoto-shrink_100_100/0/1",
        "dms/image/v2/C4/profile-displayphoto-shrink_100_100%2f/0/1",
        "dms/image/v2/C4/profile-displayphoto-shrink_100_100/../../../../evil/0",
        "dms/image/v2/C4/profile-displayphoto-shrink_100_100/..",
        "dms/image/v2/C4\\..\\/profile-displayphoto-shrink_100_100/0/1",
        "dms/image/v2//profile-displayphoto-shrink_100_100/0/1",
        "dms/image/v2/C4/profile-displayphoto-shrink_100_100/\u{e4}/1",
        "dms/image/v2/C4/profile-displayphoto-shrink_100_100/a b/1",
        "dms/image/v2/C4/Profile-displayphoto-shrink_100_100/0/1",
    ] {
        assert_eq!(read(&format!("media.licdn.com/{path}")), None, "{path}");
    }
    assert_eq!(read(&format!("media.licdn.com/{PHOTO}?{}", "x".repeat(2000))), None);
}

#[test]
fn is_read_from_its_short_form_too() {
    use serde::de::value::{BytesDeserializer, Error};
    let url =
        "https://media.licdn.com/dms/image/v2/D4/profile-displayphoto-shrink_200_200/B4/0/1718000000000?e=1790000000";
    let read = |bytes: &[u8]| PhotoAddress::deserialize(BytesDeserializer::<Error>::new(bytes));
    let bytes = short::shortened(url, "").unwrap();
    assert!(bytes.len() < url.len());
    assert_eq!(read(&bytes).unwrap(), PhotoAddress::read(url).unwrap());
    assert!(read(&[255]).is_err());
    assert!(read(b"https://evil.test/a").is_err());
}

#[test]
fn is_written_as_the_address_alone() {
    let url =
        "https://media.licdn.com/dms/image/v2/D4/profile-displayphoto-shrink_200_200/B4/0/1718000000000?e=1790000000";
    let photo = PhotoAddress::read(url).unwrap();
    assert_eq!(serde_json::to_value(&photo).unwrap(), url);
    let read = |json: serde_json::Value| serde_json::from_value::<PhotoAddress>(json);
    assert_eq!(read(url.into()).unwrap(), photo);
    // As version 1 of the store wrote it.
    assert_eq!(read(serde_json::json!({"id": "D4", "url": url, "side": 200})).unwrap(), photo);
    assert!(read("https://evil.test/a".into()).is_err());
    assert!(read(serde_json::json!({"id": "D4"})).is_err());
}
