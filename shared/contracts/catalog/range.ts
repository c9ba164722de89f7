import { Bilingual, ContactPhone, Email, page, pageQuery, queryNumber, Text, Version } from '../common';
import { endpoint } from '../endpoint';
import { CategoryId, PictureId, SupplierId } from '../ids';
import { z } from '../zod';
import { PictureUrls, seenVersion } from './common';

export const Category = z
  .object({
    categoryId: CategoryId,
    name: Bilingual(40),
    /** Categories are shown in the order of their positions. */
    position: z.int(),
    picture: PictureUrls.optional(),
    /** A hidden category is shown to operators only. */
    hidden: z.boolean(),
    version: Version,
  })
  .meta({ id: 'Category' });
export type Category = z.infer<typeof Category>;

const categoryFields = {
  name: Bilingual(40),
  position: z.int().min(0).max(10_000),
  pictureId: PictureId.optional(),
  hidden: z.boolean().optional(),
};

export const Supplier = z
  .object({
    supplierId: SupplierId,
    name: z.string(),
    /** Shown in English; absent: `name` is. */
    nameEn: z.string().optional(),
    contactName: z.string().optional(),
    phone: z.string().optional(),
    /** Purchase orders are sent there. */
    email: z.string().optional(),
    /** Food business licence number (食品经营许可证). */
    licence: z.string().optional(),
    version: Version,
  })
  .meta({ id: 'Supplier' });
export type Supplier = z.infer<typeof Supplier>;

const supplierFields = {
  name: Text(80),
  nameEn: Text(80).optional(),
  contactName: Text(40).optional(),
  phone: ContactPhone.optional(),
  email: Email.optional(),
  licence: Text(40).optional(),
};

const supplierChanges = {
  ...z.strictObject(supplierFields).partial().shape,
  nameEn: Text(80).nullable().optional(),
  contactName: Text(40).nullable().optional(),
  phone: ContactPhone.nullable().optional(),
  email: Email.nullable().optional(),
  licence: Text(40).nullable().optional(),
};

export const rangeApi = {
  listCategories: endpoint({
    id: 'catalog.listCategories',
    service: 'catalog',
    method: 'get',
    path: '/categories',
    access: 'public',
    summary: 'Categories in the order in which they are shown; operators also see hidden ones.',
    query: z.strictObject({
      ...pageQuery,
      limit: queryNumber(z.coerce.number<string>().int().min(1).max(100)).default(100),
    }),
    reply: page(Category),
  }),
  addCategory: endpoint({
    id: 'catalog.addCategory',
    service: 'catalog',
    method: 'post',
    path: '/categories',
    access: ['operator'],
    rights: 'fresh',
    summary: 'Adds a category.',
    body: z.strictObject(categoryFields),
    reply: Category,
    status: 201,
    errors: ['NOT_FOUND'],
    idempotency: 'stored',
  }),
  changeCategory: endpoint({
    id: 'catalog.changeCategory',
    service: 'catalog',
    method: 'patch',
    path: '/categories/:categoryId',
    access: ['operator'],
    rights: 'fresh',
    summary: 'Changes a category; what is not named stays, a picture that is null is taken away.',
    params: z.strictObject({ categoryId: CategoryId }),
    body: z.strictObject({
      ...seenVersion,
      ...z.strictObject(categoryFields).partial().shape,
      pictureId: PictureId.nullable().optional(),
    }),
    reply: Category,
    status: 200,
    errors: ['NOT_FOUND', 'CHANGED_MEANWHILE'],
    idempotency: 'stored',
  }),
  listSuppliers: endpoint({
    id: 'catalog.listSuppliers',
    service: 'catalog',
    method: 'get',
    path: '/suppliers',
    access: ['operator'],
    summary: 'Suppliers, oldest first.',
    query: z.strictObject(pageQuery),
    reply: page(Supplier),
  }),
  addSupplier: endpoint({
    id: 'catalog.addSupplier',
    service: 'catalog',
    method: 'post',
    path: '/suppliers',
    access: ['operator'],
    rights: 'fresh',
    summary: 'Adds a supplier.',
    body: z.strictObject(supplierFields),
    reply: Supplier,
    status: 201,
    idempotency: 'stored',
  }),
  readSupplier: endpoint({
    id: 'catalog.readSupplier',
    service: 'catalog',
    method: 'get',
    path: '/suppliers/:supplierId',
    access: ['operator'],
    summary: 'One supplier.',
    params: z.strictObject({ supplierId: SupplierId }),
    reply: Supplier,
    errors: ['NOT_FOUND'],
  }),
  changeSupplier: endpoint({
    id: 'catalog.changeSupplier',
    service: 'catalog',
    method: 'patch',
    path: '/suppliers/:supplierId',
    access: ['operator'],
    rights: 'fresh',
    summary: 'Changes a supplier; what is not named stays, null takes it away.',
    params: z.strictObject({ supplierId: SupplierId }),
    body: z.strictObject({ ...seenVersion, ...supplierChanges }),
    reply: Supplier,
    status: 200,
    errors: ['NOT_FOUND', 'CHANGED_MEANWHILE'],
    idempotency: 'stored',
  }),
};
