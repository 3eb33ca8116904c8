/** The invented city for an installation that has its own people and no register yet. */
import { type DemonstrationContext, loadDemonstrationOnce } from "./load-demonstration.ts";

/**
 * Takes the city in for an administrator; false when there is a calculation already. Two who ask at
 * once get one city.
 */
export function createCityLoading(
  context: DemonstrationContext,
): (administratorId: string) => Promise<boolean> {
  let loading: Promise<unknown> = Promise.resolve();
  return (administratorId) => {
    const loaded = loading.then(() => load(context, administratorId));
    loading = loaded.catch(() => undefined);
    return loaded;
  };
}

async function load(context: DemonstrationContext, administratorId: string): Promise<boolean> {
  const isLoaded = await loadDemonstrationOnce(context);
  if (isLoaded) {
    await context.store.audit.append({
      ...{ madeAt: context.clock(), actor: administratorId, action: "demonstration-opened" },
      ...{ subject: "demonstration", facts: { people: "0" } },
    });
  }
  return isLoaded;
}
