import { type ServiceApp } from '#shared/kit/service';
import { createCatalogApp } from '../catalog/app';
import { readPictureStore } from '../catalog/config';
import { seedCatalogDemo } from '../catalog/demo/seed';
import { createDeliveryApp } from '../delivery/app';
import { readPhotoFiles } from '../delivery/config';
import { seedDeliveryDemo } from '../delivery/demo/seed';
import { type Backends } from '../gateway/http/forward';
import { createIdentityApp, type IdentityApp } from '../identity/app';
import { demoCode } from '../identity/demo/people';
import { demoPasswordCounts, seedIdentityDemo } from '../identity/demo/seed';
import { type CodeDelivery } from '../identity/usecases/deps';
import { createOrdersApp } from '../orders/app';
import { readClaimPhotoFiles } from '../orders/config';
import { createSettlementApp } from '../settlement/app';
import { readMailer } from '../settlement/clients/mail/config';
import { type StartConfig } from './config';
import { type Neighbours } from './neighbours';
import { type Sandboxes } from './sandboxes';
import { say, telling } from './say';

export type Services = {
  readonly identity: IdentityApp;
  /** With demo data; does its operator still sign in with the password that everybody knows? */
  readonly demo: false | { readonly passwordCounts: boolean };
  readonly backends: Backends;
  /** Nobody ever ordered here. */
  readonly isNew: boolean;
};

type Surroundings = {
  readonly neighbours: Neighbours;
  readonly config: StartConfig;
  readonly sandboxes: Sandboxes;
  readonly publicUrl: string;
};

/** Puts the five services together, with demo data if wanted. Nothing runs by itself yet. */
export async function createServices(around: Surroundings): Promise<Services> {
  const { identity, demo } = await identityOf(around);
  const catalog = await catalogOf(around);
  const delivery = await deliveryOf(around);
  const { orders, isNew } = await ordersOf(around);
  const settlement = await settlementOf(around);
  return {
    identity,
    demo,
    backends: {
      identity: identity.routes,
      catalog: catalog.routes,
      orders: orders.routes,
      delivery: delivery.routes,
      settlement: settlement.routes,
    },
    isNew,
  };
}

async function identityOf({
  neighbours,
  config,
  sandboxes,
  publicUrl,
}: Surroundings): Promise<Pick<Services, 'identity' | 'demo'>> {
  const deps = await neighbours.depsOf('identity');
  const identity = await createIdentityApp({
    ...deps,
    wechat: sandboxes.wechat,
    // At a stand-in people pay in the name of its own.
    officialAccount: config.payments
      ? config.officialAccount && { ...config.officialAccount, publicUrl }
      : sandboxes.officialAccount,
    codes: config.codes ?? shownCode,
    demoCode: config.demo ? demoCode : undefined,
  });
  neighbours.add(identity);
  if (!config.demo) return { identity, demo: false };
  await telling('Demo data: 6,000 neighbours', () => seedIdentityDemo(deps.mongo, deps.now()));
  return { identity, demo: { passwordCounts: await demoPasswordCounts(deps.mongo) } };
}

/** On a machine of one's own the code is shown to whoever started the product. */
const shownCode: CodeDelivery = (phone, code) => {
  say(`Text message to the phone ending in ${phone.slice(-4)}: the sign-in code is ${code}`);
  return Promise.resolve();
};

async function catalogOf({ neighbours, config }: Surroundings): Promise<ServiceApp> {
  const deps = await neighbours.depsOf('catalog');
  const pictureStore = readPictureStore({ ...process.env, DATA_DIR: config.dataDir });
  if (config.demo)
    await telling('Demo data: the range, its pictures and its offers', () =>
      seedCatalogDemo(deps.mongo, pictureStore, deps.now()),
    );
  const catalog = await createCatalogApp({ ...deps, pictureStore, demo: config.demo });
  neighbours.add(catalog);
  return catalog;
}

async function ordersOf({ neighbours, config, sandboxes, publicUrl }: Surroundings) {
  const deps = await neighbours.depsOf('orders');
  const claimPhotoFiles = readClaimPhotoFiles({ ...process.env, DATA_DIR: config.dataDir });
  const payments = { publicUrl, ...sandboxes.payments };
  const orders = await createOrdersApp({ ...deps, payments, claimPhotoFiles });
  neighbours.add(orders);
  const isNew =
    (await deps.mongo.collection('consolidations').findOne({})) === null &&
    (await deps.mongo.collection('orders').findOne({})) === null;
  return { orders, isNew };
}

async function deliveryOf({ neighbours, config }: Surroundings): Promise<ServiceApp> {
  const deps = await neighbours.depsOf('delivery');
  const photoFiles = readPhotoFiles({ ...process.env, DATA_DIR: config.dataDir });
  if (config.demo)
    await telling('Demo data: pickup points and couriers', () => seedDeliveryDemo(deps.mongo, deps.now()));
  const delivery = await createDeliveryApp({ ...deps, photoFiles });
  neighbours.add(delivery);
  return delivery;
}

async function settlementOf({ neighbours, sandboxes, publicUrl }: Surroundings): Promise<ServiceApp> {
  const deps = await neighbours.depsOf('settlement');
  const settlement = await createSettlementApp({
    ...deps,
    stripe: sandboxes.payments.stripe,
    ...{ publicUrl, mailer: readMailer() },
  });
  neighbours.add(settlement);
  return settlement;
}
