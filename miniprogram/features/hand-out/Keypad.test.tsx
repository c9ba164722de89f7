import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { useLanguageStore } from '@/i18n/language';
import { Keypad } from './Keypad';

function Typed() {
  const [value, setValue] = useState('');
  return <Keypad value={value} onChange={setValue} />;
}

const press = (...names: string[]) => {
  for (const name of names) fireEvent.click(screen.getByRole('button', { name }));
};
const field = () => screen.getByRole<HTMLInputElement>('textbox');

beforeEach(() => {
  useLanguageStore.setState({ language: 'en' });
  render(<Typed />);
});

test('types, erases and clears by big keys', () => {
  press('4', '0', '3', 'Erase one digit');
  expect(field().value).toBe('40');
  press('Clear');
  expect(field().value).toBe('');
});

test('takes what is pasted', () => {
  fireEvent.change(field(), { target: { value: '4037 1924' } });
  expect(field().value).toBe('4037 1924');
});

test('keys that are pressed before the last one is drawn are not lost', () => {
  cleanup();
  const onChange = jest.fn();
  render(<Keypad value="" onChange={onChange} />);
  for (const digit of ['5', '7', '1']) fireEvent.click(screen.getByRole('button', { name: digit }));
  expect(onChange.mock.calls.flat()).toEqual(['5', '57', '571']);
});
