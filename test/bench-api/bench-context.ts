/** What every measurement is given: the product, people signed in, and somewhere to tell. */
import type { Random } from "../support/random.ts";
import type { BenchCity } from "./bench-city.ts";
import type { Client } from "./http-client.ts";
import type { MeasuredProduct } from "./measured-product.ts";
import type { ApiMeasure } from "./measures.ts";
import type { Session } from "./session.ts";

export type BenchContext = {
  readonly product: MeasuredProduct;
  readonly client: Client;
  readonly city: BenchCity;
  /** One session of everybody in the demonstration. */
  readonly sessions: readonly Session[];
  readonly random: Random;
  readonly isQuick: boolean;
  readonly tell: (measure: ApiMeasure) => void;
  readonly say: (sentence: string) => void;
  /** Counts what must not happen. */
  readonly addErrors: (errors: readonly string[]) => void;
};
