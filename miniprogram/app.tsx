import { type PropsWithChildren } from 'react';
import './design/styles/app.scss';

export default function App({ children }: PropsWithChildren) {
  return children;
}
