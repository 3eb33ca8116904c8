/** What the API says of itself, read as any program would read it. */
type Json = unknown;

export type Schema = Readonly<Record<string, Json>>;

export type Parameter = {
  readonly name: string;
  readonly in: string;
  readonly schema: Schema;
};

export type Operation = {
  /** In capitals. */
  readonly method: string;
  /** `/scenarios/{scenarioId}` */
  readonly path: string;
  readonly parameters: readonly Parameter[];
  /** Of the JSON that it takes; none where it takes none. */
  readonly body: Schema | undefined;
};

export type OpenApi = {
  readonly operations: readonly Operation[];
  /** The schema that a reference means. */
  readonly resolve: (schema: Schema) => Schema;
};

const METHODS = new Set(["get", "post", "put", "patch", "delete"]);

/** Every operation of an OpenAPI document; the order is that of the document. */
export function readOpenApi(document: unknown): OpenApi {
  const root = recordOf(document);
  const schemas = recordOf(recordOf(root["components"])["schemas"]);
  const resolve = (schema: Schema): Schema => {
    const { $ref } = schema;
    if (typeof $ref !== "string") return schema;
    return recordOf(schemas[$ref.split("/").at(-1) ?? ""]);
  };
  const operations = Object.entries(recordOf(root["paths"])).flatMap(([path, methods]) =>
    Object.entries(recordOf(methods))
      .filter(([method]) => METHODS.has(method))
      .map(([method, operation]) => operationOf(path, method, recordOf(operation))),
  );
  return { operations, resolve };
}

function operationOf(path: string, method: string, operation: Schema): Operation {
  const content = recordOf(recordOf(operation["requestBody"])["content"]);
  const { schema } = recordOf(content["application/json"]);
  return {
    ...{ method: method.toUpperCase(), path },
    parameters: listOf(operation["parameters"]).map((parameter) => {
      const { name, in: place, schema: said } = recordOf(parameter);
      return { name: String(name), in: String(place), schema: recordOf(said) };
    }),
    body: schema === undefined ? undefined : recordOf(schema),
  };
}

/** The members of an object; none of anything else. */
export function recordOf(value: unknown): Schema {
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  return isObject ? Object.fromEntries(Object.entries(value)) : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}
