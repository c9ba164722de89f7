import { generateKeyPairSync } from 'node:crypto';
import { catalogEnvironment, readPictureStore } from '../../../services/catalog/config';
import { deliveryEnvironment, readPhotoFiles } from '../../../services/delivery/config';
import { gatewayEnvironment, readGatewayConfig } from '../../../services/gateway/config';
import { identityEnvironment, readIdentityConfig } from '../../../services/identity/config';
import { ordersEnvironment, readOrdersConfig } from '../../../services/orders/config';
import { readSettlementConfig, settlementEnvironment } from '../../../services/settlement/config';
import { readStandaloneConfig, standaloneEnvironment } from '../../../shared/kit/standalone/config';

type Environment = Readonly<Record<string, string>>;

export const serviceNames = ['gateway', 'identity', 'catalog', 'orders', 'delivery', 'settlement'] as const;
export type DeployedService = (typeof serviceNames)[number];

/** What each service knows, and how it reads it at its start. */
export const programs: Readonly<
  Record<DeployedService, { readonly knows: readonly string[]; read(environment: Environment): void }>
> = {
  gateway: { knows: Object.keys(gatewayEnvironment), read: readGatewayConfig },
  identity: standalone('identity', identityEnvironment, readIdentityConfig),
  catalog: standalone('catalog', catalogEnvironment, readPictureStore),
  orders: standalone('orders', ordersEnvironment, readOrdersConfig),
  delivery: standalone('delivery', deliveryEnvironment, readPhotoFiles),
  settlement: standalone('settlement', settlementEnvironment, readSettlementConfig),
};

function standalone(
  name: Exclude<DeployedService, 'gateway'>,
  own: object,
  readOwn: (environment: Environment) => unknown,
) {
  return {
    knows: [...Object.keys(standaloneEnvironment), ...Object.keys(own)],
    read(environment: Environment) {
      readStandaloneConfig(name, 8080, environment);
      readOwn(environment);
    },
  };
}

const pair = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
});
const inOneLine = (pem: string) => pem.replaceAll('\n', String.raw`\n`);
const [privateKey, publicKey] = [inOneLine(pair.privateKey), inOneLine(pair.publicKey)];

/** Something that each secret or address could be. */
export const examples: Environment = {
  MONGODB_URI: 'mongodb+srv://user:password@db.example',
  REDIS_URL: 'rediss://:password@redis.example',
  SERVICE_SECRET: 'x'.repeat(32),
  METRICS_TOKEN: 'x'.repeat(32),
  PUBLIC_URL: 'https://shop.example',
  SMS_URL: 'https://sms.example/send',
  SMTP_URL: 'smtps://user:password@mail.example:465',
  SMTP_FROM: 'Lintuan <orders@shop.example>',
  WECHAT_APPID: 'wx1234567890abcdef',
  WECHAT_SECRET: 'x'.repeat(32),
  WECHAT_OFFICIAL_APPID: 'wx1234567890abcdea',
  WECHAT_OFFICIAL_SECRET: 'x'.repeat(32),
  STRIPE_SECRET_KEY: 'sk_live_1234567890',
  STRIPE_WEBHOOK_SECRET: 'whsec_1234567890',
  STRIPE_PUBLISHABLE_KEY: 'pk_live_1234567890',
  WECHATPAY_MCHID: '1900000109',
  WECHATPAY_APPID: 'wx1234567890abcdef',
  WECHATPAY_PRIVATE_KEY: privateKey,
  WECHATPAY_SERIAL_NO: '7132D72A03E93CDDF8C03BBD1F37EEDF',
  WECHATPAY_API_V3_KEY: 'x'.repeat(32),
  WECHATPAY_PUBLIC_KEY: publicKey,
  WECHATPAY_PUBLIC_KEY_ID: 'PUB_KEY_ID_0119000001092024',
  ALIPAY_APP_ID: '2021000123456789',
  ALIPAY_SELLER_ID: '2088123456789012',
  ALIPAY_PRIVATE_KEY: privateKey,
  ALIPAY_PUBLIC_KEY: publicKey,
  PICTURE_BUCKET_URL: 'https://pictures.example',
  PICTURE_BUCKET_REGION: 'eu-central-1',
  PICTURE_BUCKET_KEY_ID: 'key',
  PICTURE_BUCKET_SECRET: 'x'.repeat(32),
  PHOTO_BUCKET_URL: 'https://photos.example',
  PHOTO_BUCKET_REGION: 'eu-central-1',
  PHOTO_BUCKET_KEY_ID: 'key',
  PHOTO_BUCKET_SECRET: 'x'.repeat(32),
  CLAIM_PHOTO_BUCKET_URL: 'https://claims.example',
  CLAIM_PHOTO_BUCKET_REGION: 'eu-central-1',
  CLAIM_PHOTO_BUCKET_KEY_ID: 'key',
  CLAIM_PHOTO_BUCKET_SECRET: 'x'.repeat(32),
  MONGO_ROOT_PASSWORD: 'root-secret',
  MONGO_IDENTITY_PASSWORD: 'identity-secret',
  MONGO_CATALOG_PASSWORD: 'catalog-secret',
  MONGO_ORDERS_PASSWORD: 'orders-secret',
  MONGO_DELIVERY_PASSWORD: 'delivery-secret',
  MONGO_SETTLEMENT_PASSWORD: 'settlement-secret',
  REDIS_PASSWORD: 'redis-secret',
};

/** What a deployment sets of what it may choose between: a payment provider. */
export const chosen = new Set(['STRIPE_SECRET_KEY', 'STRIPE_WEBHOOK_SECRET']);

/** What only a development or a test sets, or what has a default that fits everywhere. */
export const leftOut = new Set([
  'HOST',
  'DEMO_DATA',
  'DATA_DIR',
  'STRIPE_API_URL',
  'STRIPE_PAGES_URL',
  'WECHATPAY_API_URL',
  'WECHATPAY_PAGES_URL',
  'ALIPAY_API_URL',
  'ALIPAY_PAGES_URL',
  'WECHAT_API_URL',
  'WECHAT_OPEN_URL',
  'LOG_LEVEL',
  'TEST_CLOCK',
]);
