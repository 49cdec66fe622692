/**
 * Which characters look like a digit and which do not.
 *
 * @module
 */

/** Letters and signs that look like no digit in any usual hand. */
export const PLAIN_LETTERS = "ACEFHKLMNPRTUVWXacdefhkmnprtuvwx&?#%@$";

/** Other signs that look like no digit. */
export const PLAIN_SIGNS = "=+<>{}*~#€£¥©®±÷×¿";

/**
 * Letters that some hands write like a digit: O like 0, l like 1, Z like 2 and
 * so on.
 */
export const DIGIT_LIKE_LETTERS = "OoQDIilSsZzqgyYBbG";

/** Cyrillic letters that look like no digit. */
export const CYRILLIC_LETTERS = "АЕЖИЙКЛМНПРСТФХЦШЩЪЫЭЮЯавджийклмнпртфхцшщыэюя";

/**
 * Letters of other scripts, by their name in `fonts.ts`. Those that resemble a
 * Western digit are left out.
 */
export const SCRIPT_LETTERS = {
  arabic: "جحخسشصضطظغكتثبن",
  devanagari: "अआऐकखगघचछजझणतथधनपफबभमयलवशषस",
  georgian: "დთლრტფქღშჩჯ",
  greek: "ΑΓΔΕΗΚΜΝΞΠΡΣΤΥΦΧΨΩαηκμνπτυφχψω",
  // Syllables of two parts or three.
  hangul:
    "가각간강개거건게격결경계고공과관구국군권나난날남내너네년노다단달담당대더데도독동되된두" +
    "라락란람래러레력련령로록론료류림마만말망매머메면명모목무문물민바반발방배번범법변병보복본부분북불" +
    "사산상새생서선설성세소속손수술식신실",
  hebrew: "אבהחטלמעצקשת",
  kana:
    "エオカキケサシセタチツテナネヒホミメヤあおかきけさすたなにぬねはふへほまめもやゆよわを",
  malayalam: "അകഖഗഘചഛജഝഞഡഢണതഥധനപഫബയലവശഷസഹ",
  thai: "กขคฆฉชซญฎฏฐฒณดตถทนบปผฝพฟมยลศษสหฬฮ",
} as const satisfies Readonly<Record<string, string>>;
