/**
 * A database user for each service, that may read and write its own database and no other. Run by mongosh as an administrator, with
 * MONGO_IDENTITY_PASSWORD, MONGO_CATALOG_PASSWORD, MONGO_ORDERS_PASSWORD, MONGO_DELIVERY_PASSWORD and MONGO_SETTLEMENT_PASSWORD set;
 * running it again changes passwords.
 */
const admin = db.getSiblingDB('admin');
for (const service of ['identity', 'catalog', 'orders', 'delivery', 'settlement']) {
  const pwd = process.env[`MONGO_${service.toUpperCase()}_PASSWORD`];
  if (!pwd) throw new Error(`MONGO_${service.toUpperCase()}_PASSWORD is not set`);
  const what = { pwd, roles: [{ role: 'readWrite', db: `lintuan_${service}` }] };
  if (admin.getUser(service)) admin.updateUser(service, what);
  else admin.createUser({ user: service, ...what });
}
