export { listen, type Listening } from './listen';
export {
  createStripeSandbox,
  type StripeSandbox,
  type StripeSandboxOptions,
} from './stripe/createStripeSandbox';
export { LiveKeysConfigured, makeStripeKeys, refuseLiveKeys, type StripeKeys } from './stripe/keys';
