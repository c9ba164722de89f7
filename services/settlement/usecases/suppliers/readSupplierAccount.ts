import { type SupplierId } from '#shared/contracts/ids';
import { found } from '#shared/kit/domainError';
import { supplierAccount } from '../../domain/ledger/account';
import { type KnownSupplier } from '../../storage/suppliers/supplierAccountStore';
import { type SupplierDeps } from './supplierDeps';

/** A supplier, and what is owed to it at this moment, in fen; negative: it owes. */
export type OwedSupplier = { readonly supplier: KnownSupplier; readonly owedFen: number };

/** @throws {Refused} NOT_FOUND */
export const readSupplierAccount = async (deps: SupplierDeps, id: SupplierId): Promise<OwedSupplier> =>
  withOwed(deps, found(await deps.supplierAccounts.find(id)));

export const withOwed = async (
  { ledger }: Pick<SupplierDeps, 'ledger'>,
  supplier: KnownSupplier,
): Promise<OwedSupplier> => ({
  supplier,
  owedFen: await ledger.balance(supplierAccount(supplier.supplierId)),
});
