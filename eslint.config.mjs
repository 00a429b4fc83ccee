// What TypeScript does not see (tsconfig.json): what is legal, and a mistake all the same.
import js from "@eslint/js";

export default [
  { ignores: ["dist/", "target/"] },
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      // TypeScript knows what there is in a page, in a worker and in Node.
      "no-undef": "off",
      eqeqeq: "error",
      "no-implicit-coercion": ["error", { boolean: true, number: true, string: true }],
      "no-var": "error",
      "object-shorthand": "error",
      "prefer-const": "error",
      // What the content security policy of hosts refuses, and what would read data as markup or as code.
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-script-url": "error",
    },
  },
];
