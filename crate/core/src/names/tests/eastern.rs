//! Names in characters, in scripts without spaces, and in scripts that cannot be compared, by kind. Made by hand.
use super::pairs::{check, check_not};
use crate::names::NameMatch::{Different, Same, Unclear};

#[test]
fn brackets_of_every_shape_are_no_name() {
    let shapes =
        ["（）", "()", "【】", "「」", "『』", "〔〕", "[]", "［］", "〈〉", "《》", "〖〗", "<>", "＜＞", "｢｣"];
    for (name, inside) in [("周海燕", "产品总监"), ("井上翔太", "採用"), ("최유진", "채용"), ("周海燕", "腾讯")]
    {
        let other = if name == "최유진" { "한지훈" } else { "马国栋" };
        for shape in shapes {
            let mut signs = shape.chars();
            let (Some(open), Some(close)) = (signs.next(), signs.next()) else { continue };
            let (after, before) = (format!("{name}{open}{inside}{close}"), format!("{open}{inside}{close}{name}"));
            check(&[(&after, name, Same), (&before, name, Same), (&after, other, Different)]);
        }
    }
    check(&[
        ("周海燕（产品（深圳）", "周海燕", Same),
        ("周海燕（产品", "周海燕", Same),
        ("周海燕(产品）", "周海燕", Same),
    ]);
}

#[test]
fn bars_and_dashes_part_a_name_from_other_text() {
    for sign in
        ["|", "｜", "丨", "ㅣ", "＠", "@", "／", "/", " - ", "-", "—", "·", " · ", "，", "、", ", ", "#", "：", "♦"]
    {
        for (name, text) in [("周海燕", "猎头顾问"), ("井上翔太", "採用担当"), ("최유진", "채용 담당")]
        {
            check(&[(&format!("{name}{sign}{text}"), name, Same)]);
        }
    }
}

#[test]
fn titles_in_characters_are_no_name() {
    check(&[
        ("周海燕女士", "周海燕", Same),
        ("周海燕 老师", "周海燕", Same),
        ("周海燕律師", "周海燕", Same),
        ("井上翔太様", "井上翔太", Same),
        ("井上 翔太さん", "井上翔太", Same),
        ("井上翔太 代表取締役", "井上翔太", Same),
        ("최유진님", "최유진", Same),
        ("최유진 본부장", "최유진", Same),
        ("대표이사 최유진", "최유진", Same),
        ("周海燕女士", "马国栋女士", Different),
        ("최유진 팀장", "한지훈 팀장", Different),
        // A surname with a title is no whole name.
        ("周太太", "马国栋", Unclear),
        ("陳生", "陳志豪", Unclear),
        ("최대표", "최유진", Unclear),
        ("黃總", "黃志豪", Unclear),
        ("井上様", "井上翔太", Unclear),
        ("井上さん", "木村さん", Unclear),
    ]);
}

#[test]
fn spaces_widths_and_forms_of_characters_do_not_matter() {
    check(&[
        ("井上　翔太", "井上翔太", Same),
        ("ｲﾉｳｴ ｼﾞｭﾝ", "イノウエ ジュン", Same),
        ("Ｚｈｏｕ Ｈａｉｙａｎ", "Zhou Haiyan", Same),
        ("渡邉隆", "渡辺隆", Same),
        ("髙木健", "高木健", Same),
        ("劉國棟", "刘国栋", Same),
        ("승우 한", "한승우", Same),
        ("周海燕 ２０２５", "周海燕", Same),
        ("株式会社サンプル 井上翔太", "井上翔太", Same),
    ]);
}

#[test]
fn former_names_and_romanisations_beside_the_name() {
    check(&[
        ("木村花（旧姓：井上）", "木村花", Same),
        ("木村花（旧姓：井上）", "井上花", Unclear),
        ("木村花（きむら はな）", "木村花", Same),
        ("周海燕 Zhou Haiyan", "Zhou Haiyan", Same),
        ("Zhou Haiyan 周海燕", "周海燕", Same),
        ("Jenny Zhou (周海燕)", "Jenny Zhou", Same),
        ("Jenny 周海燕", "Jenny Zhou", Unclear),
        ("최유진 (Yujin Choi)", "Yujin Choi", Same),
        ("周海燕 (Example Cloud)", "周海燕", Same),
    ]);
}

#[test]
fn surnames_of_two_characters() {
    check(&[
        ("欧阳海", "Ouyang Hai", Same),
        ("歐陽海", "Auyeung Hoi", Same),
        ("诸葛燕", "Yan Zhuge", Same),
        ("司马国栋", "Guodong Sima", Same),
        ("司徒海", "Szeto Hoi", Same),
        ("남궁유진", "Yujin Namgung", Same),
        ("欧阳海", "欧阳峰", Different),
        ("欧阳海", "Zhou Haiyan", Different),
    ]);
}

#[test]
fn readings_that_cannot_be_known_are_unclear() {
    check(&[
        ("井上健", "Takeru Inoue", Same),
        ("井上陽子", "Haruko Inoue", Same),
        ("井上翔太郎", "Kakeru Inoue", Unclear),
        ("林美珠", "Lim Bee Choo", Unclear),
        ("阮文雄", "Nguyen Van Hung", Unclear),
        ("Park Ji-young", "Pak Chi-yong", Unclear),
        ("Wong Wai", "Huang Wei", Unclear),
        ("Hsu Chih-wei", "Xu Zhiwei", Unclear),
        ("Chiang Ching-wen", "Jiang Jingwen", Unclear),
        ("Kim Minjun", "Kim Minseo", Different),
        ("Kim Jin Jun", "Kim Jinjun", Same),
    ]);
}

#[test]
fn scripts_that_cannot_be_compared_are_unclear() {
    // One name and another in as many scripts; none of the second is the first.
    let names = [
        "ராஜன் குமார்",
        "രാജൻ കുമാർ",
        "రాజన్ కుమార్",
        "ರಾಜನ್ ಕುಮಾರ್",
        "राजन कुमार",
        "রাজন কুমার",
        "ਰਾਜਨ ਕੁਮਾਰ",
        "રાજન કુમાર",
        "ରାଜନ କୁମାର",
        "රාජන් කුමාර්",
        "ราชัน กุมาร",
        "ຣາຊັນ ກຸມານ",
        "ရာဂျန် ကူမာ",
        "រាជាន់ គូម៉ា",
        "ራጃን ኩማር",
        "რაჯან კუმარი",
        "Ռաջան Կումար",
        "Раджан Кумар",
        "Ρατζάν Κουμάρ",
        "راجان كومار",
        "רג'אן קומאר",
        "ラジャン・クマール",
        "라잔 쿠마르",
        "拉詹·庫馬爾",
    ];
    for a in names {
        for b in names.into_iter().filter(|b| *b != a) {
            check_not(Different, &[(a, b)]);
        }
        check(&[(a, a, Same)]);
    }
}

#[test]
fn spaces_and_titles_of_scripts_without_spaces_do_not_matter() {
    check(&[
        ("นายวิชัย ทองดี", "วิชัย ทองดี", Same),
        ("วิชัยทองดี", "วิชัย ทองดี", Same),
        ("ดร.วิชัย ทองดี", "วิชัย ทองดี", Same),
        ("ဦးကျော်စိုး", "ကျော် စိုး", Same),
        ("វិជ័យ សុខា", "វិជ័យសុខា", Same),
        ("ທ້າວ ວິໄຊ ທອງດີ", "ວິໄຊ ທອງດີ", Same),
        ("นายวิชัย ทองดี", "นายสมศักดิ์ แก้วมณี", Different),
        ("วิชัย ทองดี", "วิชัย แก้วมณี", Unclear),
        ("กมลา แสงทอง", "กมลา ศรีสุข", Unclear),
    ]);
    check_not(Different, &[("ကိုကျော်စိုး", "ကျော်စိုး"), ("မခင်ဝင်း", "ခင်ဝင်း")]);
}
