/** The product with the demonstration opened, once for all journeys. */
import type { TestProject } from "vitest/node";
import { openDemonstration, startProduct } from "./started-product.ts";

declare module "vitest" {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface can be extended here.
  export interface ProvidedContext {
    /** Where the product serves: `http://localhost:41234`. */
    readonly productAddress: string;
  }
}

/** Starts the product with the demonstration city and stops it after the last journey. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const product = await startProduct();
  try {
    await openDemonstration(product);
  } catch (error) {
    await product.stop();
    throw error;
  }
  provide("productAddress", product.address);
  return product.stop;
}
