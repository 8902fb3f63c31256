import tseslint from 'typescript-eslint'

const restrict = (...rules) => ['error', ...rules.map(([selector, message]) => ({ selector, message }))]
const noClock = [
  ["CallExpression[callee.object.name='Date'][callee.property.name='now']", 'Time is handed down: use ctx.now or edition.now.'],
  ["NewExpression[callee.name='Date'][arguments.length=0]", 'Time is handed down: use ctx.now or edition.now.'],
]
const noInlineMarkup = [
  ["JSXAttribute[name.name='style']", 'The content security policy forbids inline styles: use a class.'],
  ["JSXAttribute[name.name='dangerouslySetInnerHTML']", 'What people wrote never becomes markup.'],
]

/** Rules against mistakes; how the code is laid out is left to its authors. Layers: tests/unit/architecture.test.ts. */
export default tseslint.config(
  { ignores: ['build/', 'var/', 'node_modules/', 'test-results/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      eqeqeq: 'error',
      'no-control-regex': 'error',
      'no-console': 'off',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/only-throw-error': 'off', // Remix takes thrown responses
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      'no-restricted-syntax': restrict(...noInlineMarkup),
    },
  },
  { files: ['app/{domain,features,routes}/**'], rules: { 'no-restricted-syntax': restrict(...noInlineMarkup, ...noClock) } },
  {
    files: ['tests/**'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off', // what vitest matches with is `any`
      'no-empty-pattern': 'off', // Playwright wants one for fixtures that need none
      'no-restricted-properties': ['error', ...['it', 'test', 'describe'].map((object) => ({ object, property: 'only', message: 'Runs one test and hides the others.' }))],
    },
  },
)
