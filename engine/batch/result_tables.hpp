// The tables that hold a result, and their columns besides its number: what is copied when results move from one database
// to another.
#pragma once

#include <string>
#include <vector>

namespace goho::batch {

struct ResultTable {
    std::string name, columns;
    std::string key;  // the column that holds the number
};
const std::vector<ResultTable>& result_tables();

}  // namespace goho::batch
