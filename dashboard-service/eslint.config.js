// How the page's scripts are checked: the recommended rules, and a few that keep the code as it reads now.

import js from '@eslint/js';
import globals from 'globals';

const rules = {
  'array-callback-return': 'error',
  curly: ['error', 'multi-line'],
  eqeqeq: 'error',
  'no-constructor-return': 'error',
  'no-duplicate-imports': 'error',
  'no-implicit-globals': 'error',
  'no-self-compare': 'error',
  'no-shadow': ['error', { builtinGlobals: false }],
  'no-template-curly-in-string': 'error',
  'no-throw-literal': 'error',
  'no-unreachable-loop': 'error',
  'no-use-before-define': ['error', { functions: false, variables: false }],
  'no-var': 'error',
  'no-restricted-properties': ['error', ...['innerHTML', 'outerHTML', 'insertAdjacentHTML'].map(property => ({ property, message: 'A text of a service must stay a text: build elements with h().' }))],
  'object-shorthand': 'error',
  'prefer-const': 'error',
  'prefer-template': 'error',
};

export default [
  js.configs.recommended,
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  { files: ['src/main/resources/web/**/*.js'], languageOptions: { globals: globals.browser }, rules },
  { files: ['src/test/web/**/*.js', 'eslint.config.js'], languageOptions: { globals: { ...globals.node, ...globals.browser } }, rules },
];
