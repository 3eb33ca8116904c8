/** Passwords as they are kept: argon2id with the memory and the passes that OWASP asks for. */
import { hash, verify } from "@node-rs/argon2";

/** 19 MiB, two passes, one lane; argon2id is what the library takes by itself. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** `$argon2id$v=19$m=19456,t=2,p=1$…` */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), COST);
}

/** Whether it is the password; a hash that is none is nobody's password. */
export function isPassword(password: string, kept: string): Promise<boolean> {
  return verify(kept, password.normalize("NFKC"), COST);
}
