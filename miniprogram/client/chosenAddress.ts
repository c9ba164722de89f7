import { create } from 'zustand';

/** The address that was chosen on the addresses page for the checkout that asked for one. */
export const useChosenAddress = create<{ addressId: string | undefined }>(() => ({ addressId: undefined }));

export const chooseAddress = (addressId: string): void => useChosenAddress.setState({ addressId });
