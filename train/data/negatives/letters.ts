/**
 * Which characters look like a digit and which do not.
 *
 * @module
 */

/** Letters and signs that look like no digit in any usual hand. */
export const PLAIN_LETTERS = "ACEFHKLMNPRTUVWXacdefhkmnprtuvwx&?#%@$";

/** Letters that some hands write as they write a digit: O as 0, l as 1, Z as 2 and so on. */
export const DIGIT_LIKE_LETTERS = "OoQDIilSsZzqgyYBbG";

/** Cyrillic letters that look like no digit. */
export const CYRILLIC_LETTERS = "АЕЖИЙКЛМНПРСТФХЦШЩЪЫЭЮЯавджийклмнпртфхцшщыэюя";
