#include "import/sections.hpp"

#include "import/text_decoding.hpp"

#include <algorithm>
#include <array>

namespace goho::imports {

namespace {

using enum Section;

struct SectionRow {
    Section section;
    std::string_view id;
    Label label;
};
constexpr auto section_rows = std::to_array<SectionRow>({
    {unknown, "unknown", {"Unknown", "不明"}},
    {sales, "sales", {"Sales", "売上高"}},
    {cost_of_sales, "cost_of_sales", {"Cost of sales", "売上原価"}},
    {manufacturing, "manufacturing", {"Manufacturing cost", "製造原価"}},
    {sga, "sga", {"SG&A expenses", "販管費"}},
    {non_operating_income, "non_operating_income", {"Non-operating income", "営業外収益"}},
    {non_operating_expenses, "non_operating_expenses", {"Non-operating expenses", "営業外費用"}},
    {extraordinary_income, "extraordinary_income", {"Extraordinary income", "特別利益"}},
    {extraordinary_losses, "extraordinary_losses", {"Extraordinary losses", "特別損失"}},
    {taxes, "taxes", {"Corporate taxes", "法人税等"}},
    {current_assets, "current_assets", {"Current assets", "流動資産"}},
    {fixed_assets, "fixed_assets", {"Fixed assets", "固定資産"}},
    {deferred_assets, "deferred_assets", {"Deferred assets", "繰延資産"}},
    {current_liabilities, "current_liabilities", {"Current liabilities", "流動負債"}},
    {fixed_liabilities, "fixed_liabilities", {"Fixed liabilities", "固定負債"}},
    {net_assets, "net_assets", {"Net assets", "純資産"}},
});
static_assert(section_rows.size() == section_count);

struct Heading {
    std::string_view name;
    Section section;
};
constexpr auto headings = std::to_array<Heading>({
    {"売上高", sales},
    {"純売上高", sales},
    {"営業収益", sales},
    {"sales", sales},
    {"netsales", sales},
    {"売上原価", cost_of_sales},
    {"costofsales", cost_of_sales},
    {"costofgoodssold", cost_of_sales},
    {"製造原価", manufacturing},
    {"製造原価報告書", manufacturing},
    {"当期製品製造原価", manufacturing},
    {"材料費", manufacturing},
    {"原材料費", manufacturing},
    {"労務費", manufacturing},
    {"製造労務費", manufacturing},
    {"外注加工費", manufacturing},
    {"製造経費", manufacturing},
    {"仕掛品", manufacturing},
    {"manufacturingcost", manufacturing},
    {"販売管理費", sga},
    {"販売費及び一般管理費", sga},
    {"販売費および一般管理費", sga},
    {"販売費・一般管理費", sga},
    {"販管費", sga},
    {"一般管理費", sga},
    {"販売費", sga},
    {"sg&aexpenses", sga},
    {"sg&a", sga},
    {"sellingandadministrativeexpenses", sga},
    {"営業外収益", non_operating_income},
    {"non-operatingincome", non_operating_income},
    {"営業外費用", non_operating_expenses},
    {"non-operatingexpenses", non_operating_expenses},
    {"特別利益", extraordinary_income},
    {"extraordinaryincome", extraordinary_income},
    {"特別損失", extraordinary_losses},
    {"extraordinarylosses", extraordinary_losses},
    {"当期純損益", taxes},
    {"法人税等", taxes},
    {"法人税、住民税及び事業税", taxes},
    {"corporatetaxes", taxes},
    {"資産", current_assets},
    {"資産の部", current_assets},
    {"流動資産", current_assets},
    {"現金・預金", current_assets},
    {"現金及び預金", current_assets},
    {"売上債権", current_assets},
    {"有価証券", current_assets},
    {"棚卸資産", current_assets},
    {"他流動資産", current_assets},
    {"その他流動資産", current_assets},
    {"当座資産", current_assets},
    {"currentassets", current_assets},
    {"assets", current_assets},
    {"固定資産", fixed_assets},
    {"有形固定資産", fixed_assets},
    {"無形固定資産", fixed_assets},
    {"投資その他の資産", fixed_assets},
    {"投資等", fixed_assets},
    {"繰延資産", deferred_assets},
    {"deferredassets", deferred_assets},
    {"fixedassets", fixed_assets},
    {"負債", current_liabilities},
    {"負債の部", current_liabilities},
    {"流動負債", current_liabilities},
    {"仕入債務", current_liabilities},
    {"他流動負債", current_liabilities},
    {"その他流動負債", current_liabilities},
    {"currentliabilities", current_liabilities},
    {"liabilities", current_liabilities},
    {"固定負債", fixed_liabilities},
    {"fixedliabilities", fixed_liabilities},
    {"純資産", net_assets},
    {"純資産の部", net_assets},
    {"資本", net_assets},
    {"資本の部", net_assets},
    {"株主資本", net_assets},
    {"資本金", net_assets},
    {"資本剰余金", net_assets},
    {"利益剰余金", net_assets},
    {"自己株式", net_assets},
    {"評価・換算差額等", net_assets},
    {"新株予約権", net_assets},
    {"netassets", net_assets},
    {"equity", net_assets},
});

using Names = std::string_view;
using Parts = Section;
constexpr Parts p_sales[] = {sales}, p_cost[] = {cost_of_sales, manufacturing}, p_made[] = {manufacturing},
                p_sga[] = {sga}, p_spent[] = {cost_of_sales, manufacturing, sga}, p_income[] = {non_operating_income},
                p_expenses[] = {non_operating_expenses}, p_ordinary[] = {sales, non_operating_income},
                p_not_ordinary[] = {cost_of_sales, manufacturing, sga, non_operating_expenses},
                p_gains[] = {extraordinary_income}, p_losses[] = {extraordinary_losses},
                p_all_income[] = {sales, non_operating_income, extraordinary_income},
                p_all_cost[] = {cost_of_sales, manufacturing, sga, non_operating_expenses, extraordinary_losses},
                p_taxes[] = {taxes},
                p_all[] = {cost_of_sales, manufacturing, sga, non_operating_expenses, extraordinary_losses, taxes},
                p_current[] = {current_assets}, p_fixed[] = {fixed_assets}, p_deferred[] = {deferred_assets},
                p_assets[] = {current_assets, fixed_assets, deferred_assets}, p_current_debts[] = {current_liabilities},
                p_fixed_debts[] = {fixed_liabilities}, p_debts[] = {current_liabilities, fixed_liabilities},
                p_net[] = {net_assets}, p_both[] = {current_liabilities, fixed_liabilities, net_assets};

constexpr Names n_sales[] = {"売上高計", "売上高合計",   "純売上高", "純売上高合計", "売上合計",
                             "売上計",   "営業収益合計", "netsales", "totalsales",   "netsalestotal"};
constexpr Names n_cost[] = {"売上原価", "売上原価計", "売上原価合計", "costofsales", "totalcostofsales"};
constexpr Names n_made[] = {"当期製品製造原価",     "製造原価計", "製造原価合計",           "当期製品製造原価計",
                            "当期製品製造原価合計", "製造原価",   "costofgoodsmanufactured"};
constexpr Names n_gross[] = {"売上総損益金額",
                             "売上総利益",
                             "売上総利益金額",
                             "売上総損益",
                             "売上総利益計",
                             "売上総損失",
                             "売上総利益又は売上総損失(△)",
                             "grossprofit"};
constexpr Names n_sga[] = {"販売管理費計",
                           "販売管理費合計",
                           "販売管理費",
                           "販売費及び一般管理費計",
                           "販売費及び一般管理費合計",
                           "販売費及び一般管理費",
                           "販管費計",
                           "販管費合計",
                           "sg&aexpenses",
                           "totalsg&aexpenses",
                           "sg&atotal"};
constexpr Names n_operating[] = {"営業損益金額",    "営業利益",       "営業利益金額",
                                 "営業損益",        "営業損失",       "営業利益又は営業損失(△)",
                                 "operatingincome", "operatingprofit"};
constexpr Names n_income[] = {"営業外収益計", "営業外収益合計", "営業外収益", "non-operatingincome",
                              "totalnon-operatingincome"};
constexpr Names n_expenses[] = {"営業外費用計", "営業外費用合計", "営業外費用", "non-operatingexpenses",
                                "totalnon-operatingexpenses"};
constexpr Names n_ordinary[] = {"経常損益金額",   "経常利益",      "経常利益金額",
                                "経常損益",       "経常損失",      "経常利益又は経常損失(△)",
                                "ordinaryincome", "ordinaryprofit"};
constexpr Names n_gains[] = {"特別利益計", "特別利益合計", "特別利益", "extraordinaryincome",
                             "totalextraordinaryincome"};
constexpr Names n_losses[] = {"特別損失計", "特別損失合計", "特別損失", "extraordinarylosses",
                              "totalextraordinarylosses"};
constexpr Names n_before_tax[] = {"税引前当期純損益金額",
                                  "税引前当期純利益",
                                  "税引前当期純利益金額",
                                  "税引前当期純損益",
                                  "税引前利益",
                                  "税引前当期純損失",
                                  "税引前当期純利益又は税引前当期純損失(△)",
                                  "profitbeforetax"};
constexpr Names n_non_operating[] = {"営業外損益", "営業外損益計", "営業外損益合計"};
constexpr Names n_extraordinary[] = {"特別損益", "特別損益計", "特別損益合計"};
constexpr Names n_taxes[] = {"法人税等計", "法人税等合計", "totalcorporatetaxes"};
constexpr Names n_net_income[] = {"当期純損益金額", "当期純利益", "当期純利益金額",
                                  "当期純損益",     "当期純損失", "当期純利益又は当期純損失(△)",
                                  "当期利益",       "netincome"};
constexpr Names n_current[] = {"流動資産計", "流動資産合計", "流動資産", "currentassets", "totalcurrentassets"};
constexpr Names n_fixed[] = {"固定資産計", "固定資産合計", "固定資産", "fixedassets", "totalfixedassets"};
constexpr Names n_deferred[] = {"繰延資産計", "繰延資産合計", "繰延資産", "deferredassets", "totaldeferredassets"};
constexpr Names n_assets[] = {"資産合計", "資産計", "資産の部合計", "資産の部計", "総資産", "資産", "totalassets"};
constexpr Names n_current_debts[] = {"流動負債計", "流動負債合計", "流動負債", "currentliabilities",
                                     "totalcurrentliabilities"};
constexpr Names n_fixed_debts[] = {"固定負債計", "固定負債合計", "固定負債", "fixedliabilities",
                                   "totalfixedliabilities"};
constexpr Names n_debts[] = {"負債合計", "負債計", "負債の部合計", "負債の部計", "負債", "totalliabilities"};
constexpr Names n_net[] = {"純資産合計", "純資産計",     "純資産の部合計", "純資産の部計",  "純資産",
                           "資本合計",   "資本の部合計", "netassets",      "totalnetassets"};
constexpr Names n_both[] = {
    "負債・純資産合計",       "負債及び純資産合計",           "負債純資産合計",         "負債・純資産の部合計",
    "負債及び純資産の部合計", "負債純資産の部合計",           "負債及び純資産",         "負債資本合計",
    "負債・資本合計",         "totalliabilitiesandnetassets", "liabilitiesandnetassets"};

constexpr auto total_rows = std::to_array<Total>({
    {{"Net sales", "売上高合計"}, sales, p_sales, {}, cost_of_sales, n_sales},
    {{"Cost of goods manufactured", "当期製品製造原価"}, manufacturing, p_made, {}, unknown, n_made},
    {{"Cost of sales", "売上原価"}, cost_of_sales, p_cost, {}, unknown, n_cost},
    {{"Gross profit", "売上総利益"}, unknown, p_sales, p_cost, sga, n_gross},
    {{"SG&A expenses", "販売費及び一般管理費"}, sga, p_sga, {}, unknown, n_sga},
    {{"Operating income", "営業利益"}, unknown, p_sales, p_spent, non_operating_income, n_operating},
    {{"Non-operating income", "営業外収益"}, non_operating_income, p_income, {}, non_operating_expenses, n_income},
    {{"Non-operating expenses", "営業外費用"}, non_operating_expenses, p_expenses, {}, unknown, n_expenses},
    {{"Ordinary income", "経常利益"}, unknown, p_ordinary, p_not_ordinary, extraordinary_income, n_ordinary},
    {{"Non-operating result", "営業外損益"}, unknown, p_income, p_expenses, unknown, n_non_operating},
    {{"Extraordinary result", "特別損益"}, unknown, p_gains, p_losses, unknown, n_extraordinary},
    {{"Extraordinary income", "特別利益"}, extraordinary_income, p_gains, {}, extraordinary_losses, n_gains},
    {{"Extraordinary losses", "特別損失"}, extraordinary_losses, p_losses, {}, unknown, n_losses},
    {{"Profit before tax", "税引前当期純利益"}, unknown, p_all_income, p_all_cost, taxes, n_before_tax},
    {{"Corporate taxes", "法人税等"}, taxes, p_taxes, {}, unknown, n_taxes},
    {{"Net income", "当期純利益"}, unknown, p_all_income, p_all, unknown, n_net_income, true},
    {{"Current assets", "流動資産"}, current_assets, p_current, {}, fixed_assets, n_current},
    {{"Fixed assets", "固定資産"}, fixed_assets, p_fixed, {}, deferred_assets, n_fixed},
    {{"Deferred assets", "繰延資産"}, deferred_assets, p_deferred, {}, unknown, n_deferred},
    {{"Total assets", "資産合計"}, unknown, p_assets, {}, current_liabilities, n_assets, true},
    {{"Current liabilities", "流動負債"}, current_liabilities, p_current_debts, {}, fixed_liabilities, n_current_debts},
    {{"Fixed liabilities", "固定負債"}, fixed_liabilities, p_fixed_debts, {}, unknown, n_fixed_debts},
    {{"Total liabilities", "負債合計"}, unknown, p_debts, {}, net_assets, n_debts},
    {{"Net assets", "純資産"}, net_assets, p_net, {}, unknown, n_net},
    {{"Liabilities and net assets", "負債・純資産合計"}, unknown, p_both, {}, unknown, n_both, true},
});

/// "[売上原価]" and "≪資産の部≫" are headings without their brackets.
std::string bare(std::string_view name) {
    std::string key = key_of(name);
    for (const std::string_view mark : {"[", "]", "【", "】", "《", "》", "≪", "≫", "<", ">", "■"}) {
        for (std::size_t at = key.find(mark); at != std::string::npos; at = key.find(mark)) key.erase(at, mark.size());
    }
    return key;
}

bool is_cost(Section s) { return s == cost_of_sales || s == manufacturing || s == sga; }
bool is_gain(Section s) { return s == non_operating_income || s == extraordinary_income; }
bool is_loss(Section s) { return s == non_operating_expenses || s == extraordinary_losses; }
bool is_asset(Section s) { return s == current_assets || s == fixed_assets || s == deferred_assets; }
bool is_debt(Section s) { return s == current_liabilities || s == fixed_liabilities; }

}  // namespace

Label label_of(Section section) { return section_rows[static_cast<std::size_t>(section)].label; }
std::string_view id_of(Section section) { return section_rows[static_cast<std::size_t>(section)].id; }

std::optional<Section> section_named(std::string_view id) {
    for (const auto& row : section_rows) {
        if (row.id == id && row.section != unknown) return row.section;
    }
    return {};
}

bool exchangeable(Section a, Section b) {
    return a == b || (is_cost(a) && is_cost(b)) || (is_gain(a) && is_gain(b)) || (is_loss(a) && is_loss(b)) ||
           (is_asset(a) && is_asset(b)) || (is_debt(a) && is_debt(b));
}

std::optional<Section> section_of_heading(std::string_view name) {
    const std::string key = bare(name);
    const auto found =
        std::find_if(headings.begin(), headings.end(), [&](const Heading& row) { return row.name == key; });
    return found == headings.end() ? std::nullopt : std::optional(found->section);
}

std::span<const Total> totals() { return total_rows; }

const Total* total_named(std::string_view name, Statement statement) {
    const std::string key = bare(name);
    for (const Total& total : total_rows) {
        if (statement_of(total.plus.front()) != statement) continue;
        if (std::find(total.names.begin(), total.names.end(), key) != total.names.end()) return &total;
    }
    return nullptr;
}

bool reads_like_total(std::string_view name) {
    constexpr auto others = std::to_array<std::string_view>(
        {"総製造費用", "当期総製造費用", "当期材料費", "当期労務費", "当期経費", "商品売上原価", "製品売上原価",
         "当期商品売上原価", "当期製品売上原価", "当期純仕入高", "当期商品純仕入高", "純仕入高", "株主資本"});
    const std::string key = bare(name);
    if (std::find(others.begin(), others.end(), key) != others.end()) return true;
    return key.ends_with("計") || key.ends_with("total") || key.starts_with("total");
}

}  // namespace goho::imports
