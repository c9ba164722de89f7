import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const wordsInTexts = "Words stand in texts.ts, in both languages: t('key').";
const clock = { object: 'Date', property: 'now', message: 'Take a clock: time is handed in.' };

export default tseslint.config(
  { ignores: ['**/*.cjs', '**/*.mjs', '**/*.js', '**/dist/**', 'build/**', 'coverage/**', 'data/**'] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  prettier,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/max-params': ['error', { max: 4 }],
      // A type parameter that only brands a result (`newId<OrderId>('ord')`) is wanted.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // mongoose describes a field by a plain object, and types it as a class.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Read the environment in config.ts only.' },
      ],
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['services/*/domain/**', 'services/*/usecases/**'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Read the environment in config.ts only.' },
        clock,
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'Take a clock: time is handed in.',
        },
      ],
    },
  },
  {
    files: ['miniprogram/**'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    },
  },
  {
    files: ['miniprogram/**/*.tsx'],
    ignores: ['**/*.test.tsx'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'JSXText[value=/[A-Za-z\\u4e00-\\u9fff]/]', message: wordsInTexts },
        { selector: 'Literal[value=/[\\u4e00-\\u9fff]/]', message: wordsInTexts },
        { selector: 'TemplateElement[value.raw=/[\\u4e00-\\u9fff]/]', message: wordsInTexts },
        {
          selector:
            'JSXAttribute[name.name=/^(title|label|alt|placeholder|hint|detail|confirm|body|message)$/] > Literal[value=/[A-Za-z]/]',
          message: wordsInTexts,
        },
      ],
    },
  },
  {
    files: ['miniprogram/features/**', 'miniprogram/pages/**', 'miniprogram/{leader,courier,operator}/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        { name: '@tarojs/components', message: 'Use design/: its elements are accessible on H5, too.' },
      ],
    },
  },
  {
    files: [
      '**/config.ts',
      'miniprogram/config/**',
      'miniprogram/app.config.ts',
      'miniprogram/jest.setup.ts',
      'miniprogram/scripts/**',
      'tests/**',
      'scripts/**',
      '**/*.test.ts',
      'services/start.ts',
      'services/start/**',
    ],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    files: ['**/*.test.ts', '**/*.test.tsx', 'tests/**'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      'max-lines': ['error', { max: 500, skipBlankLines: true, skipComments: true }],
    },
  },
);
