// Calendar dates.
#pragma once

#include <compare>
#include <cstdio>
#include <string>

namespace vanthu {

// Days of a month of the Gregorian calendar; 0 where month is not 1..12.
constexpr int DaysInMonth(int year, int month) {
  switch (month) {
    case 4: case 6: case 9: case 11: return 30;
    case 2: return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28;
    default: return month >= 1 && month <= 12 ? 31 : 0;
  }
}

constexpr bool IsCalendarDate(int year, int month, int day) {
  return day >= 1 && day <= DaysInMonth(year, month);
}

struct CalendarDate {
  int year = 0, month = 0, day = 0;  // month and day from 1
  auto operator<=>(const CalendarDate&) const = default;
};

// 2014-02-27
inline std::string IsoDate(const CalendarDate& date) {
  char text[16];
  std::snprintf(text, sizeof text, "%04d-%02d-%02d", date.year % 10000, date.month % 100,
                date.day % 100);
  return text;
}

}  // namespace vanthu
