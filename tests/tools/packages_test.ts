import assert from "node:assert/strict";
import { dirname } from "node:path";
import { GENERATED_FILES } from "../../tools/generated.ts";
import { type Configuration, configurations } from "../../tools/packages.ts";
import { repositoryFiles, ROOT } from "./repository.ts";

const CONFIGURATIONS = configurations();

/** The parts of a configuration that are compared. */
interface Config {
  readonly imports: Readonly<Record<string, string>>;
  readonly compilerOptions: Readonly<Record<string, unknown>>;
  readonly fmt?: { readonly exclude?: readonly string[] };
  readonly lint?: { readonly exclude?: readonly string[] };
  readonly nodeModulesDir: string;
}

/** The parts of a lock file that are compared. */
interface Lock {
  /** Versions by specifier. */
  readonly specifiers: Readonly<Record<string, string>>;
  readonly workspace: { readonly dependencies: readonly string[] };
}

function read({ path }: Configuration): Config {
  return JSON.parse(Deno.readTextFileSync(new URL(path, ROOT)));
}

/** Settings that hold for code anywhere: all but which files they are about. */
function settings({ compilerOptions, fmt, lint, nodeModulesDir }: Config) {
  const { exclude: _, ...fmtRules } = fmt ?? {};
  const { exclude: __, ...lintRules } = lint ?? {};
  return { compilerOptions, fmtRules, lintRules, nodeModulesDir };
}

/** Names of the npm packages that modules import themselves. */
async function importedBy(
  { path, modules }: Configuration,
): Promise<Set<string>> {
  const entry = await Deno.makeTempFile({ suffix: ".ts" });
  try {
    const imports = modules.map((module) =>
      `import "${new URL(module, ROOT)}";\n`
    );
    await Deno.writeTextFile(entry, imports.join(""));
    const { stdout } = await new Deno.Command(Deno.execPath(), {
      args: ["info", "--json", `--config=${path}`, entry],
      cwd: ROOT,
    }).output();
    const info = JSON.parse(new TextDecoder().decode(stdout)) as {
      modules: {
        specifier: string;
        dependencies?: { specifier: string }[];
      }[];
    };
    const specifiers = info.modules.flatMap(({ dependencies = [] }) =>
      dependencies.map(({ specifier }) => specifier)
    );
    assert.ok(specifiers.length > modules.length);
    return new Set(
      specifiers
        .map((specifier) => /^(@[^/]+\/[^/]+|[^./@:][^/:]*)/.exec(specifier))
        .flatMap((match) => match?.[1] ?? [])
        .filter((name) => name !== "node" && name !== "file"),
    );
  } finally {
    await Deno.remove(entry);
  }
}

Deno.test("packages pin equal versions of what several of them import", () => {
  const pins = new Map<string, string>();
  for (const configuration of CONFIGURATIONS) {
    const { path } = configuration;
    for (const [name, pin] of Object.entries(read(configuration).imports)) {
      assert.match(pin, /^npm:.+@\d+\.\d+\.\d+$/, `${path}: ${name}`);
      const other = pins.get(name) ?? pin;
      assert.equal(pin, other, `${path}: ${name}`);
      pins.set(name, pin);
    }
  }
});

Deno.test("packages lock equal versions of what several of them need", () => {
  const locked = new Map<string, string>();
  for (const configuration of CONFIGURATIONS) {
    const { path } = configuration;
    const lock = JSON.parse(
      Deno.readTextFileSync(new URL(`${dirname(path)}/deno.lock`, ROOT)),
    ) as Lock;
    assert.deepEqual(
      lock.workspace.dependencies.toSorted(),
      Object.values(read(configuration).imports).toSorted(),
      `run: deno install --config ${path}`,
    );
    for (const [specifier, version] of Object.entries(lock.specifiers)) {
      const other = locked.get(specifier) ?? version;
      assert.equal(version, other, `${path}: ${specifier}`);
      locked.set(specifier, version);
    }
  }
});

Deno.test("packages have the same compiler, format and lint settings", () => {
  const [root, ...others] = CONFIGURATIONS;
  const expected = read(root!);
  for (const other of others) {
    const config = read(other);
    assert.deepEqual(settings(config), settings(expected), other.path);
    const folder = `${dirname(other.path)}/`;
    for (const part of ["fmt", "lint"] as const) {
      // The root's commands go through the whole repository.
      const excluded = (expected[part]?.exclude ?? [])
        .filter((path) => path.startsWith(folder))
        .map((path) => path.slice(folder.length));
      assert.deepEqual(config[part]?.exclude ?? [], excluded, other.path);
    }
  }
});

for (const configuration of CONFIGURATIONS) {
  Deno.test(`${configuration.path} has the imports that its modules need, and no others`, async () => {
    const used = await importedBy(configuration);
    const { imports } = read(configuration);
    const programs = configuration.sources.map((path) => `${path}/`);
    for (const { command } of GENERATED_FILES) {
      // Its program reads a file of a package.
      const isOurs = command.some((argument) =>
        programs.some((folder) => argument.startsWith(folder))
      );
      for (const argument of isOurs ? command : []) {
        const name = Object.keys(imports)
          .find((name) => argument.startsWith(`${name}/`));
        if (name !== undefined) used.add(name);
      }
    }
    assert.deepEqual([...used].sort(), Object.keys(imports));
  });
}

Deno.test("packages cover all modules of the repository, each once", () => {
  const modules = repositoryFiles().filter((path) =>
    path.endsWith(".ts") && !path.endsWith(".d.ts") &&
    !path.includes("/kernels/")
  );
  const listed = CONFIGURATIONS.flatMap(({ modules }) => modules);
  assert.deepEqual(listed.toSorted(), modules.toSorted());
});
