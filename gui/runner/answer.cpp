#include "runner/answer.hpp"
