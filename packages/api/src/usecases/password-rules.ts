/**
 * What a password must be: long, not one of those that are tried first, and not the name or the
 * address of its owner. Nothing is asked of its letters and digits: length is what protects.
 */
import { type Issue, issue } from "@zhanbasy/core";

const LEAST = 12;
const MOST = 128;
/** So few different signs are a pattern: `abababababab`. */
const FEWEST_SIGNS = 5;

const FEWEST_LETTERS = 4;

/** Words of what is tried first, in the keyboards of the country. */
const COMMON = [
  ...["password", "passwort", "parol", "пароль", "құпиясөз", "құпиясоз", "qupiyasoz"],
  ...["qwerty", "йцукен", "asdfgh", "фывапр", "zxcvbn", "ячсмит", "1qaz2wsx", "qazwsx"],
  ...["administrator", "admin", "администратор", "әкімші", "welcome", "letmein", "iloveyou"],
  ...["changeme", "secret", "zhanbasy", "жанбасы", "жан басы", "kazakhstan", "казахстан"],
  ...["қазақстан", "almaty", "алматы", "astana", "астана", "test", "тест", "demo", "демо"],
].sort((left, right) => right.length - left.length);

/** Runs of neighbours on a keyboard or in an alphabet, both ways. */
const RUNS = [
  ...["01234567890123456789", "abcdefghijklmnopqrstuvwxyz", "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"],
  ...["qwertyuiopasdfghjklzxcvbnm", "йцукенгшщзхъфывапролджэячсмитьбю"],
];

/** Whose password it is to be. */
export type PasswordOwner = { readonly email: string; readonly name: string };

/** Everything that is wrong with a password; nothing when it may be taken. */
export function checkPassword(password: string, owner: PasswordOwner): readonly Issue[] {
  const length = Array.from(password).length;
  const plain = password.normalize("NFKC").toLowerCase().trim();
  return [
    ...(length < LEAST ? [issue("password-short", {}, { least: `${LEAST}` })] : []),
    ...(length > MOST ? [issue("password-long", {}, { limit: `${MOST}` })] : []),
    ...(isCommon(plain) ? [issue("password-common", {}, {})] : []),
    ...(isPersonal(plain, owner) ? [issue("password-personal", {}, {})] : []),
  ];
}

/** Too little of its own: words that are tried first, with digits and signs about them. */
function isCommon(plain: string): boolean {
  if (new Set(plain).size < FEWEST_SIGNS || isRun(plain)) return true;
  const own = COMMON.reduce((rest, common) => rest.replaceAll(common, ""), plain);
  return lettersOf(own).length < FEWEST_LETTERS;
}

function isRun(plain: string): boolean {
  return RUNS.some(
    (run) => run.includes(plain) || run.split("").toReversed().join("").includes(plain),
  );
}

function isPersonal(plain: string, { email, name }: PasswordOwner): boolean {
  const address = email.toLowerCase();
  const own = lettersOf(plain);
  const [box = ""] = address.split("@");
  const words = name.toLowerCase().split(/\s+/u);
  const known = [address, box, words.join(""), words.toReversed().join("")].map(lettersOf);
  return known.some((each) => each !== "" && own === each);
}

function lettersOf(text: string): string {
  return text.replace(/\P{L}/gu, "");
}
