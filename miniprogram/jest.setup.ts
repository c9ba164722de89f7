import { operations } from './scripts/operations';

/** What Taro's builder would have put into the code. */
Object.assign(process.env, {
  TARO_ENV: 'h5',
  TARO_PLATFORM: 'web',
  SUPPORT_TARO_POLYFILL: 'disabled',
  FRAMEWORK: 'react',
  PUBLIC_URL: '',
});
Object.assign(globalThis, {
  ENABLE_INNER_HTML: true,
  ENABLE_ADJACENT_HTML: true,
  ENABLE_SIZE_APIS: false,
  ENABLE_TEMPLATE_CONTENT: true,
  ENABLE_MUTATION_OBSERVER: false,
  ENABLE_CLONE_NODE: true,
  ENABLE_CONTAINS: true,
  ENABLE_COOKIE: false,
  DEPRECATED_ADAPTER_COMPONENT: false,
  OPERATIONS: operations(),
});
