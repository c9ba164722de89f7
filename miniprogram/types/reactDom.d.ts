declare module 'react-dom' {
  import { type ReactNode, type ReactPortal } from 'react';
  export const createPortal: (children: ReactNode, container: Element) => ReactPortal;
}
