import { type JSONWebKeySet } from 'jose';
import { type IdentityDeps } from '../deps';

/** The public keys by which access tokens are verified now. */
export const getSigningKeys = ({ keys }: IdentityDeps): Promise<JSONWebKeySet> => keys.publicKeys();
