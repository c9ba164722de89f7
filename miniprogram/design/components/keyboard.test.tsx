import { act, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { useLanguageStore } from '@/i18n/language';
import { Box } from '../primitives/Box';
import { Button } from './Button';
import { Chip } from './Chip';
import { ConfirmSheet, Sheet } from './Sheet';
import { Stepper } from './Stepper';
import { Tabs } from './Tabs';

beforeEach(() => useLanguageStore.setState({ language: 'en' }));

const focused = () =>
  document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent;
const key = (name: string) => {
  const at = document.activeElement ?? document.body;
  act(() => void fireEvent.keyDown(at, { key: name }));
};
const stand = (element: HTMLElement) => act(() => element.focus());
const stops = (role: string) =>
  screen
    .getAllByRole(role)
    .filter(({ tabIndex }) => tabIndex === 0)
    .map(({ textContent }) => textContent);

function ThreeTabs() {
  const [value, setValue] = useState('b');
  const tabs = ['a', 'b', 'c'].map((tab) => ({ value: tab, text: tab.toUpperCase() }));
  return <Tabs label="Which" value={value} onChange={setValue} tabs={tabs} />;
}

test('Tab comes to the chosen tab only, arrows choose the next one and go round', () => {
  render(<ThreeTabs />);
  expect(stops('tab')).toEqual(['B']);
  stand(screen.getByRole('tab', { name: 'B' }));
  key('ArrowRight');
  expect(focused()).toBe('C');
  expect(screen.getByRole('tab', { name: 'C' }).getAttribute('aria-selected')).toBe('true');
  expect(stops('tab')).toEqual(['C']);
  key('ArrowRight');
  expect(focused()).toBe('A');
  key('ArrowLeft');
  expect(focused()).toBe('C');
  key('Home');
  expect(focused()).toBe('A');
  key('End');
  expect(focused()).toBe('C');
  key('ArrowDown');
  expect(focused()).toBe('C');
});

test('of radio buttons of which none is chosen, Tab comes to the first; up and down choose, too', () => {
  function Reasons() {
    const [reason, setReason] = useState<string | undefined>();
    return (
      <Box role="radiogroup" label="Why">
        {['late', 'lost', 'wet'].map((one) => (
          <Chip key={one} role="radio" chosen={one === reason} onTap={() => setReason(one)}>
            {one}
          </Chip>
        ))}
      </Box>
    );
  }
  render(<Reasons />);
  expect(stops('radio')).toEqual(['late']);
  stand(screen.getByRole('radio', { name: 'late' }));
  key('ArrowDown');
  expect(screen.getByRole('radio', { name: 'lost' }).getAttribute('aria-checked')).toBe('true');
  key('ArrowUp');
  key('ArrowUp');
  expect(focused()).toBe('wet');
  expect(stops('radio')).toEqual(['wet']);
});

test('a button that is disabled under the finger keeps the focus until it is left', () => {
  function Counter() {
    const [value, setValue] = useState(0);
    return <Stepper value={value} max={1} name="Apples" onChange={setValue} />;
  }
  render(<Counter />);
  const more = screen.getByRole<HTMLButtonElement>('button', { name: 'One Apples more' });
  stand(more);
  fireEvent.click(more);
  expect(document.activeElement).toBe(more);
  expect(more.getAttribute('aria-disabled')).toBe('true');
  fireEvent.click(more);
  expect(screen.getByText('1')).toBeTruthy();
  stand(screen.getByRole('button', { name: 'One Apples less' }));
  expect(more.disabled).toBe(true);
});

test('what goes away hands the focus to the next line, or to what took its place, where Enter does nothing yet', async () => {
  function Lines() {
    const [lines, setLines] = useState(['a', 'b', 'c']);
    const [added, setAdded] = useState(false);
    return (
      <main>
        <Box as="ul">
          {lines.map((line) => (
            <Box as="li" key={line}>
              <Button onTap={() => undefined}>{`Look at ${line}`}</Button>
              <Button
                onTap={() => setLines(lines.filter((other) => other !== line))}
              >{`Drop ${line}`}</Button>
            </Box>
          ))}
        </Box>
        {added ? (
          <Box>
            <Button onTap={() => undefined}>Less</Button>
            <Button onTap={() => undefined}>Go on</Button>
          </Box>
        ) : (
          <Button onTap={() => setAdded(true)}>Add</Button>
        )}
      </main>
    );
  }
  render(<Lines />);
  const tap = async (name: string) => {
    const button = screen.getByRole('button', { name });
    stand(button);
    await act(() => Promise.resolve(void fireEvent.click(button)));
  };
  await tap('Drop b');
  expect(focused()).toBe('Look at cDrop c');
  await tap('Drop c');
  expect(focused()).toBe('Look at aDrop a');
  await tap('Drop a');
  expect(focused()).toBe('Add');
  await tap('Add');
  expect(focused()).toBe('LessGo on');
  const place = document.activeElement;
  stand(screen.getByRole('button', { name: 'Less' }));
  expect(place?.hasAttribute('tabindex')).toBe(false);
});

function Asking() {
  const [open, setOpen] = useState(false);
  const [sure, setSure] = useState(false);
  return (
    <div className="lt-page">
      <main>
        <Button onTap={() => setOpen(true)}>Edit</Button>
      </main>
      <Sheet open={open} title="Fields" onClose={() => setOpen(false)}>
        <ThreeTabs />
        <Button onTap={() => setSure(true)}>Delete</Button>
        <ConfirmSheet
          open={sure}
          title="Really?"
          body="Gone for good."
          confirm="Yes"
          onConfirm={() => undefined}
          onClose={() => setSure(false)}
        />
      </Sheet>
    </div>
  );
}

test('of two dialogs Escape closes the one on top, and each gives the focus back', () => {
  render(<Asking />);
  const opener = screen.getByRole('button', { name: 'Edit' });
  stand(opener);
  fireEvent.click(opener);
  expect(opener.closest('main')?.hasAttribute('inert')).toBe(true);
  const asks = screen.getByRole('button', { name: 'Delete' });
  stand(asks);
  fireEvent.click(asks);
  expect(focused()).toBe('Really?');
  expect(asks.closest('[inert]')).toBeTruthy();
  key('Escape');
  expect(document.activeElement).toBe(asks);
  expect(screen.queryByRole('dialog', { name: 'Really?' })).toBeNull();
  key('Escape');
  expect(document.activeElement).toBe(opener);
  expect(document.querySelector('[inert]')).toBeNull();
});

test('in a dialog Tab goes round, past what is not to be reached, and comes in again from outside', () => {
  render(<Asking />);
  fireEvent.click(screen.getByRole('button', { name: 'Edit' }));
  stand(screen.getByRole('button', { name: 'Delete' }));
  key('Tab');
  expect(focused()).toBe('Close');
  act(
    () =>
      void fireEvent.keyDown(screen.getByRole('button', { name: 'Close' }), { key: 'Tab', shiftKey: true }),
  );
  expect(focused()).toBe('Delete');
  act(() => screen.getByRole('button', { name: 'Delete' }).blur());
  key('Tab');
  expect(focused()).toBe('Close');
});
