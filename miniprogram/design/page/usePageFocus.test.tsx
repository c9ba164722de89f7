import { act, render, screen } from '@testing-library/react';
import { useRef } from 'react';
import { usePageFocus } from './usePageFocus';

const mockShow: (() => void)[] = [];
const mockHide: (() => void)[] = [];
jest.mock('@tarojs/taro', () => ({
  useDidShow: (listen: () => void) => mockShow.push(listen),
  useDidHide: (listen: () => void) => mockHide.push(listen),
}));

/** A page as Taro keeps it in the document. */
function Kept({ title }: { title: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  usePageFocus(heading);
  return (
    <div className="taro_page">
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <button>{`in ${title}`}</button>
      <nav className="lt-tab-bar">
        <button>{`away from ${title}`}</button>
      </nav>
    </div>
  );
}

const focused = () => document.activeElement?.textContent;
const newest = (listeners: readonly (() => void)[]) => act(() => listeners.at(-1)?.());

test('the first page leaves the focus alone; the next one takes it, and gives it back', () => {
  render(<Kept title="Home" />);
  newest(mockShow);
  expect(document.activeElement).toBe(document.body);
  const [show, hide] = [mockShow.at(-1), mockHide.at(-1)];

  screen.getByRole('button', { name: 'in Home' }).focus();
  act(() => hide?.());
  expect(screen.getByText('Home').closest('[inert]')).toBeTruthy();
  const offer = render(<Kept title="Offer" />);
  expect(focused()).toBe('Offer');

  offer.unmount();
  act(() => show?.());
  expect(focused()).toBe('in Home');
  expect(document.querySelector('[inert]')).toBeNull();

  screen.getByRole('button', { name: 'away from Home' }).focus();
  act(() => hide?.());
  act(() => (document.activeElement as HTMLElement).blur());
  act(() => show?.());
  expect(focused()).toBe('Home');
});

test('somebody who is at work in a dialog or in the page is not disturbed', () => {
  render(
    <>
      <Kept title="Home" />
      <div role="dialog" tabIndex={-1}>
        Sheet
      </div>
    </>,
  );
  screen.getByRole('dialog').focus();
  newest(mockShow);
  expect(focused()).toBe('Sheet');
  screen.getByRole('button', { name: 'in Home' }).focus();
  newest(mockShow);
  expect(focused()).toBe('in Home');
});

test('a page that slides out takes no more keys and taps; one that has yet to come in does', async () => {
  render(<Kept title="Offer" />);
  const page = screen.getByText('Offer').parentElement!;
  page.classList.add('taro_navigation_page');
  await Promise.resolve();
  page.classList.add('taro_page_show', 'taro_page_stationed');
  await Promise.resolve();
  expect(page.hasAttribute('inert')).toBe(false);
  page.classList.remove('taro_page_stationed');
  page.classList.remove('taro_page_show');
  await Promise.resolve();
  expect(page.hasAttribute('inert')).toBe(true);
});
