// Foreign partners: names of the tables, names that the words around them tell, and what only looks
// like one.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "extractors/partners/names.h"
#include "models/text/normalize.h"
#include "tests/unit/extractors/record_of.h"

namespace vanthu::test {
namespace {

const char* KindName(PartnerKind kind) {
  switch (kind) {
    case PartnerKind::kCountry: return "country";
    case PartnerKind::kLocality: return "locality";
    case PartnerKind::kMission: return "mission";
    case PartnerKind::kNgo: return "ngo";
    case PartnerKind::kIgo: return "igo";
    case PartnerKind::kCompany: return "company";
    case PartnerKind::kPerson: return "person";
    case PartnerKind::kOther: break;
  }
  return "other";
}

template <typename Name>
std::string Shown(const Name& partner) {
  std::string out = partner.name;
  out += " (";
  out += KindName(partner.kind);
  if (partner.country) {
    out += ' ';
    out += *partner.country;
  }
  out += ')';
  return out;
}

// "Lào (country LA); Champasak (locality LA)"
std::string Found(std::string_view text) {
  std::string out;
  for (const auto& name : extractors::FindPartners(Normalize(text).text)) {
    if (!out.empty()) out += "; ";
    out += Shown(name);
  }
  return out;
}

struct Row {
  const char* text;
  const char* found;
};

TEST(Partners, AreCountriesByAllTheirNames) {
  const Row rows[] = {
      {"hợp tác với Hoa Kỳ và Trung Quốc", "Hoa Kỳ (country US); Trung Quốc (country CN)"},
      {"các địa phương của nước CHDCND Lào", "Lào (country LA)"},
      {"Vương quốc Căm-pu-chia", "Campuchia (country KH)"},
      {"In-đô-nê-xi-a, Mi-an-ma, Xinh-ga-po",
       "Indonesia (country ID); Myanmar (country MM); Singapore (country SG)"},
      {"Cộng hoà Liên bang Đức", "Đức (country DE)"},
      {"doanh nghiệp Mỹ, Nhật và Hàn Quốc",
       "Hoa Kỳ (country US); Nhật Bản (country JP); Hàn Quốc (country KR)"},
      {"Đoàn đại biểu Vương quốc Anh", "Anh (country GB)"},
      {"(Pháp, Anh, New Zealand)", "Pháp (country FR); Anh (country GB); New Zealand (country NZ)"},
      {"Liên bang Nga", "Nga (country RU)"},
      {"HỢP TÁC VỚI LÀO", "Lào (country LA)"},
      {"các tỉnh Nam Lào", "Lào (country LA)"},
      {"biên giới Việt Nam - Lào", "Lào (country LA)"},
      {"Đài Loan (Trung Quốc)", "Đài Loan (country TW)"},
      {"doanh nghiệp Ý, Thụy Sỹ", "Ý (country IT); Thụy Sĩ (country CH)"},
      {"thị trường Han Quoc", "Hàn Quốc (country KR)"},
  };
  for (const Row& row : rows) EXPECT_EQ(Found(row.text), row.found) << row.text;
}

TEST(Partners, AreLocalitiesByAllTheirSpellings) {
  const Row rows[] = {
      {"tỉnh Chăm-pa-sắc", "Champasak (locality LA)"},
      {"tỉnh Chămpasak, Sê Koong, Át-ta-pư",
       "Champasak (locality LA); Sekong (locality LA); Attapeu (locality LA)"},
      {"tỉnh Xa-vẳn-na-khệt", "Savannakhet (locality LA)"},
      {"thành phố Xanh Pê-téc-bua", "Saint Petersburg (locality RU)"},
      {"Khu tự trị dân tộc Choang Quảng Tây", "Quảng Tây (locality CN)"},
      {"tỉnh Vân Nam", "Vân Nam (locality CN)"},
      {"tỉnh Hà Nam (Trung Quốc)", "Hà Nam (locality CN); Trung Quốc (country CN)"},
      {"huyện Phin (Lào)", "Phin (locality LA); Lào (country LA)"},
      {"tỉnh Ủn-đon Tha-ni (Thái Lan)", "Ủn-đon Tha-ni (locality TH); Thái Lan (country TH)"},
      {"thành phố Gochon, Hàn Quốc", "Gochon (locality KR); Hàn Quốc (country KR)"},
  };
  for (const Row& row : rows) EXPECT_EQ(Found(row.text), row.found) << row.text;
}

TEST(Partners, AreMissionsWithTheirSeat) {
  const Row rows[] = {
      {"Đại Sứ quán Ấn Độ tại Việt Nam tài trợ", "Đại sứ quán Ấn Độ tại Việt Nam (mission IN)"},
      {"Tổng Lãnh sự quán Liên bang Nga tại Đà Nẵng",
       "Tổng Lãnh sự quán Liên bang Nga tại Đà Nẵng (mission RU)"},
      {"TLSQ Trung Quốc tại TP. Hồ Chí Minh và",
       "Tổng Lãnh sự quán Trung Quốc tại Thành phố Hồ Chí Minh (mission CN)"},
      {"Đại sứ Ireland và đoàn công tác", "Ireland (country IE)"},
      // not ours to list: Việt Nam's own, and missions without a country
      {"Đại sứ quán Việt Nam ở nước ngoài", ""},
      {"Tổng Lãnh sự quán Việt Nam tại Savannakhet", "Savannakhet (locality LA)"},
      {"Đoàn Đại sứ quán các nước", ""},
  };
  for (const Row& row : rows) EXPECT_EQ(Found(row.text), row.found) << row.text;
}

TEST(Partners, AreOrganisationsAndCompanies) {
  const Row rows[] = {
      {"tổ chức MCNV (Hà Lan)", "MCNV (ngo NL); Hà Lan (country NL)"},
      {"Tầm nhìn Thế giới", "World Vision (ngo)"},
      {"Chương trình Phát triển Liên hợp quốc", "Chương trình Phát triển Liên hợp quốc (igo)"},
      {"do UNICEF tài trợ", "UNICEF (igo)"},
      {"Cơ quan Hợp tác quốc tế Nhật Bản", "JICA (other JP)"},
      {"tổ chức Room to Read / Hoa Kỳ", "Room to Read (ngo US); Hoa Kỳ (country US)"},
      {"Sumitomo - Nhật Bản", "Sumitomo (company JP); Nhật Bản (country JP)"},
      {"Tập đoàn Yangjin Steel (Hàn Quốc)", "Yangjin Steel (company KR); Hàn Quốc (country KR)"},
      {"Công ty TNHH Kwangsung của Hàn Quốc", "Kwangsung (company KR); Hàn Quốc (country KR)"},
      {"hỗ trợ tổ chức GreenHands triển khai", "GreenHands (ngo)"},
      {"Công ty TNHH MTV Dệt may Texhong Ngân Long (Hồng Kông)",
       "Texhong Ngân Long (company HK); Hồng Kông (country HK)"},
      {"Tập đoàn Foxconn và Tập đoàn Nitto Denko", "Foxconn (company); Nitto Denko (company)"},
      {"Ngân hàng Phát triển châu Á (ADB)", "Ngân hàng Phát triển châu Á (igo); ADB (igo)"},
      {"chuyên gia của Viện Deltares (Hà Lan)", "Deltares (other NL); Hà Lan (country NL)"},
      {"Viện Deltares đề xuất", ""},
      {"Nhà thầu Toa Corporation (Nhật Bản)",
       "Toa Corporation (company JP); Nhật Bản (country JP)"},
      {"Hội Chữ thập đỏ Đức", "Hội Chữ thập đỏ Đức (ngo DE)"},
      {"Đảng Nhân dân Campuchia", "Đảng Nhân dân Campuchia (other KH)"},
      {"Hội Nông dân Lào", "Hội Nông dân Lào (ngo LA)"},
      {"ông Tanaka Kenji, Thị trưởng thành phố Ulsan (Hàn Quốc)",
       "Tanaka Kenji (person KR); Ulsan (locality KR); Hàn Quốc (country KR)"},
  };
  for (const Row& row : rows) EXPECT_EQ(Found(row.text), row.found) << row.text;
}

TEST(Partners, AreForeignPersonsWithWhereTheyComeFrom) {
  const Row rows[] = {
      {"cùng dự có ông Seo Jung-pyo", "Seo Jung-pyo (person)"},
      {"Đồng chí Khăm-phết Xỉ-vông, Phó Bí thư Tỉnh ủy Hủa Phăn",
       "Khăm-phết Xỉ-vông (person LA); Hủa Phăn (locality LA)"},
      {"giáo sư Suzuki Ichiro (Đại học Nagasaki)",
       "Suzuki Ichiro (person JP); Đại học Nagasaki (other JP)"},
      {"tình nguyện viên Emily Watson (Anh)", "Emily Watson (person GB); Anh (country GB)"},
      {"Đại sứ Nhật Bản Yamada Takio chào", "Nhật Bản (country JP); Yamada Takio (person JP)"},
      {"đồng chí Khamphay Vongxay, Bí thư, Tỉnh trưởng tỉnh Champasak",
       "Khamphay Vongxay (person LA); Champasak (locality LA)"},
      {"bác sĩ Richard Rajaratnam làm trưởng đoàn", "Richard Rajaratnam (person)"},
      {"ông Olivier Brochet - Đại sứ Pháp", "Olivier Brochet (person FR); Pháp (country FR)"},
      // the names of minorities of Việt Nam, and persons who only bear a foreign name
      {"ông K'Brể, bà Rơ Châm H'Yéo, ông A Lăng Bhuôch, ông Ksor Phước, ông Siu Black", ""},
      {"ông Phêrô Nguyễn Văn A, bà Nguyễn Thị Anna, ông Giuse Trần Văn B", ""},
      {"Chuyên gia Đỗ Đức Anh, kỹ sư Trần Pháp, ông Bùi Mỹ Đức", ""},
      {"ông Giám đốc World Vision", "World Vision (ngo)"},
      {"Đại sứ Du lịch, chuyên gia Công nghệ Blockchain", ""},
  };
  for (const Row& row : rows) EXPECT_EQ(Found(row.text), row.found) << row.text;
}

TEST(Partners, AreBodiesThatEndInTheirCountry) {
  const Row rows[] = {
      {"hội đàm với Bộ Giáo dục Hàn Quốc ngày", "Bộ Giáo dục Hàn Quốc (other KR)"},
      {"Viện Hàn lâm Khoa học Vân Nam (Trung Quốc)",
       "Viện Hàn lâm Khoa học Vân Nam (other CN); Trung Quốc (country CN)"},
      {"Học viện Hành chính Quốc gia Lào", "Học viện Hành chính Quốc gia Lào (other LA)"},
      {"Hiệp hội Hợp tác xã Nông nghiệp Hàn Quốc",
       "Hiệp hội Hợp tác xã Nông nghiệp Hàn Quốc (other KR)"},
      {"với Đại học Okayama và JICA", "Đại học Okayama (other JP); JICA (other JP)"},
      {"Trường Đại học Tổng hợp Quốc gia Tomsk cấp", "Đại học Tổng hợp Quốc gia Tomsk (other)"},
      {"Đại học Quốc gia Lào", "Đại học Quốc gia Lào (other LA)"},
      {"giáo viên của tổ chức VIA và Đoàn Hòa bình Hoa Kỳ",
       "VIA (ngo); Đoàn Hòa bình Hoa Kỳ (other US)"},
      {"Công ty Lotte Hotels (Hàn Quốc)", "Lotte Hotels (company KR); Hàn Quốc (country KR)"},
      {"Công ty Yunnan Agri (Trung Quốc)", "Yunnan Agri (company CN); Trung Quốc (country CN)"},
      {"Ngân hàng Phát triển Châu Á", "Ngân hàng Phát triển Châu Á (igo)"},
      // of ours, or of two
      {"Bộ Công an và Lào phối hợp", "Lào (country LA)"},
      {"Hội hữu nghị Lào - Việt", "Lào (country LA)"},
      {"Hội Phụ nữ Đức Thọ, Viện Kiểm sát nhân dân huyện Đức Phổ, HUYỆN ỦY MỸ ĐỨC", ""},
      {"Ngân hàng Nhà nước Việt Nam, Bộ Tư lệnh Quân khu 4, Bộ Nông nghiệp và Môi trường", ""},
      {"Đại học RMIT, Trường Đại học Yersin Đà Lạt, Đại học Fulbright Việt Nam", ""},
      {"Đại học Bách khoa Hà Nội, Đại học Quốc gia Thành phố Hồ Chí Minh", ""},
      {"SNV tham mưu, SVĐ Mỹ Đình; tổ chức HNTK; quỹ Toyota Việt Nam", ""},
      {"Công ty Coteccons, Công ty Savico", ""},
      {"Công ty TNHH LEGO Manufacturing Việt Nam, xe tải Hyundai, vắc xin Pfizer", ""},
      {"xã Trường Xuân, ông Trịnh Châu, bà Lan Châu, chị Hà Trì", ""},
  };
  for (const Row& row : rows) EXPECT_EQ(Found(row.text), row.found) << row.text;
}

TEST(Partners, AreNoneWhereTheWordsMeanSomethingElse) {
  const char* rows[] = {
      "Nguyễn Văn Đức, Phạm Thị Nga và anh Trần Đức Anh",
      "Anh hùng lao động, thuốc lào, pháp luật",
      "Pháp luật về đầu tư",
      "Tháp Mỹ Sơn, phường Phú Mỹ, huyện Đức Trọng, tỉnh Lào Cai, Khu công nghiệp Mỹ Phước",
      "bà Nga, ông Đức, đồng chí Anh",
      "sông Hàn, sinh Nhật, Chủ Nhật",
      "bằng tiếng Việt, tiếng Anh và tiếng Lào",
      "song ngữ Việt-Anh",
      "10 triệu yên Nhật, 200 đô la Mỹ",
      "quan hệ Việt - Lào",
      "Hội Hữu nghị Việt Nam - Lào tỉnh, Khu công nghiệp Việt Nam - Singapore",
      "Biển Đông, khu vực Đông Nam Á, Ấn Độ Dương - Thái Bình Dương",
      "Ý kiến của các sở; Ý nghĩa lịch sử; Áo dài",
      "huyện Đông Hưng, tỉnh Hà Nam, huyện Trùng Khánh, thị xã Sơn Tây",
      "Nguyễn Hải Nam, Lê Vân Nam",
      "bà Lan, Bà Lan Anh",
      "Cửa khẩu quốc tế Lao Bảo",
      "Công ty cổ phần Vinamilk, Tập đoàn Vingroup, Công ty TNHH Hòa Phát",
      "Công ty TNHH Doosan Enerbility Việt Nam",
      "Tập đoàn FLC, Tập đoàn TH, Công ty CP Savvycom, Công ty TNHH Fujikura Hải Phòng",
      "tổ chức Festival Biển, tổ chức Hội nghị, tổ chức PCPNN",
      "Quý III/2014, Quý IV",
      "tỉnh Quảng Ngãi (nội dung tiếng Việt, tiếng Anh; đưa tin)",
      "Đảng Cộng sản Việt Nam, Hội đồng nhân dân tỉnh",
      "Trường Đại học Quy Nhơn, Đại học Đà Nẵng",
      "Bí thư Tỉnh ủy, Y tế, Ban Chỉ đạo, lao động",
      "ông Y Thanh Niê Kđăm, bà H'Yim Kđoh",
      "trước ngày 30 tháng 4",
  };
  for (const char* row : rows) EXPECT_EQ(Found(row), "") << row;
}

TEST(Partners, StandOnceInTheOrderOfTheFirstMention) {
  const Record record = RecordOf(
      WithBody("Tỉnh làm việc với UNDP và Đại sứ quán Nhật Bản tại Việt Nam.\n\nChương trình Phát "
               "triển Liên "
               "hợp quốc (UNDP) tài trợ tỉnh Champasak.\n\nTT\tTên đoàn\tNước đến\n1\tĐoàn A\tNhật "
               "Bản\n2\tĐoàn B\tLào\n\nHỗ trợ tỉnh Chăm-pa-sắc (Lào)."));
  std::vector<std::string> shown;
  for (const Partner& partner : record.partners) {
    shown.push_back(Shown(partner));
    EXPECT_FALSE(partner.raw.empty());
    EXPECT_FALSE(partner.evidence.empty());
    EXPECT_NEAR(partner.score, 0.95, 1e-9) << partner.name;
  }
  EXPECT_THAT(shown, ::testing::ElementsAre(
                         "UNDP (igo)", "Đại sứ quán Nhật Bản tại Việt Nam (mission JP)",
                         "Champasak (locality LA)", "Nhật Bản (country JP)", "Lào (country LA)"));
}

TEST(Partners, OfLongTextsAreFoundInOnePass) {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "Hà Nam, Anh, tổ chức Đức Minh, ";
  EXPECT_FALSE(extractors::FindPartners(text).empty());
}

}  // namespace
}  // namespace vanthu::test
