// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { createMask } from '@/utils/text/create-mask';
import { revealStream } from '@/utils/text/reveal-stream';

const hide = (text: string, ...others: string[]) => createMask([text, ...others]).hide(text);

describe('createMask', () => {
  it.each([
    ['an e-mail address', 'Write to ada.lovelace+sea@example.co.uk.', 'Write to [EMAIL_1].'],
    ['one in Chinese', '请写信到ada@example.com联系我', '请写信到[EMAIL_1]联系我'],
    ['one with an accent', 'an jörg@müller.de', 'an [EMAIL_1]'],
    ['one after dots', 'see...ada@example.org', 'see...[EMAIL_1]'],
    ['an international number', 'Call +49 (0)30 1234-5678 now', 'Call [PHONE_1] now'],
    ['one with two zeros', '0041 44 668 18 00', '[PHONE_1]'],
    ['a German number', 'Tel. 030/12345678', 'Tel. [PHONE_1]'],
    ['a mobile one', '0171 1234567', '[PHONE_1]'],
    ['a French one', '01 23 45 67 89', '[PHONE_1]'],
    ['an American one', '(555) 123-4567 or 555-123-4568', '[PHONE_1] or [PHONE_2]'],
    ['a Chinese one', '电话：138 0013 8000。', '电话：[PHONE_1]。'],
    ['a Saudi one', 'اتصل على +966 50 123 4567', 'اتصل على [PHONE_1]'],
    ['a Dutch one', '06-12345678 or 06 23456789', '[PHONE_1] or [PHONE_2]'],
    ['a Roman one', '06 698 12345', '[PHONE_1]'],
    ['a Belgian one', '02/123 45 67', '[PHONE_1]'],
    ['an Australian one', '02 9876 5432', '[PHONE_1]'],
    ['a Japanese one', '電話０３－１２３４－５６７８、', '電話[PHONE_1]、'],
    ['a Brazilian one', '(11) 91234-5678 ou 21 98765-4321', '[PHONE_1] ou [PHONE_2]'],
    ['an Indian one', 'at 98765 43210', 'at [PHONE_1]'],
    ['a Russian one', '8 (495) 123-45-67 и 8 916 123 45 67', '[PHONE_1] и [PHONE_2]'],
    ['an American one with its country', '1-800-555-1234', '[PHONE_1]'],
    ['one in Arabic digits', 'اتصل على ٠٥٠ ١٢٣ ٤٥٦٧ غدا', 'اتصل على [PHONE_1] غدا'],
    ['one right after a dot', 'Tel.030/12345678', 'Tel.[PHONE_1]'],
    ['one that only its word shows', 'Teléfono: 612 345 678', 'Teléfono: [PHONE_1]'],
    ['one after its number', 'Handynummer: 12 34 56 78', 'Handynummer: [PHONE_1]'],
    ['one after Chinese', '电话号码是 6123 4567', '电话号码是 [PHONE_1]'],
    ['one after a sign', '📞 12 34 56 78', '📞 [PHONE_1]'],
    ['a card', 'Card 4111 1111 1111 1111 ends', 'Card [CARD_1] ends'],
    ['another card', '378282246310005', '[CARD_1]'],
    ['a card before its date', 'Visa 4111 1111 1111 1111 12/27', 'Visa [CARD_1] 12/27'],
    ['one in a piece', '4111111111111111 12/27', '[CARD_1] 12/27'],
    ['one before its code', '3782 822463 10005 1234', '[CARD_1] 1234'],
    ['one with hyphens', '4111-1111-1111-1111-123', '[CARD_1]-123'],
    ['one after a number', 'Order 4711 4111 1111 1111 1111', 'Order 4711 [CARD_1]'],
    ['one after a dot', 'No.4111111111111111', 'No.[CARD_1]'],
    ['one of fixed spaces', '4111\u00a01111\u00a01111\u00a01111', '[CARD_1]'],
    ['one in wide digits', '４１１１　１１１１　１１１１　１１１１', '[CARD_1]'],
    ['one in Arabic digits', '٤١١١ ١١١١ ١١١١ ١١١١', '[CARD_1]'],
    ['an IBAN', 'DE89 3704 0044 0532 0130 00', '[IBAN_1]'],
    ['an IBAN of fixed spaces', 'DE89\u202f3704\u202f0044\u202f0532\u202f0130\u202f00', '[IBAN_1]'],
    ['an IBAN before another word', 'BE68 5390 0754 7034 BIC', '[IBAN_1] BIC'],
  ])('hides %s', (_title, text, hidden) => {
    expect(hide(text)).toBe(hidden);
    expect(createMask([text]).reveal(hidden)).toBe(text);
  });

  it.each([
    ['dates', 'on 2024-05-12, 12.05.2024, 05/12/2024 and 01.02.2024'],
    ['dates with hyphens or spaces', '01-02-2024, 05-12-2024 09:30 and 01 02 2024 1200'],
    ['Arabic dates', '٠١-٠٢-٢٠٢٤ و ٢٠٢٤/٠٥/١٢'],
    ['months before an amount', '05-2024 1500 EUR, 05/2024 1234 EUR'],
    ['dates after a word for phones', 'Tel. 12.05.2024, phone: 2024-05-12'],
    ['versions', '1.02.1234567, 2.0.0-rc.1 and 10.15.7'],
    ['times', 'from 09:30 to 17:45:10'],
    ['amounts', '1,234,567.89 or 1 000 000 or 0.12345678'],
    ['amounts as long as a number', '612 345 678 € or 12 345 678 people'],
    ['Arabic amounts', '١٬٢٣٤٬٥٦٧٫٨٩'],
    ['wide amounts', '３，１４１，５９２，６５３'],
    ['years', '1990-1995'],
    ['rows of years', '2015 2016 2017 2018 2019 2020 2021 2022 2023'],
    ['rows of numbers', 'Lamps 71234 68211 65902 64120'],
    ['years after a word for phones', 'Mobile 2023 2024 2025'],
    ['pages', 'Lens (2019) 123-45-67, Lamp 33 (12) 1234-1245'],
    ['ids', 'order 1234567890, 123e4567-e89b-12d3-a456-426614174000, 1763860000000'],
    ['a series', 'ISSN 0317-8471'],
    ['words that only begin like one for phones', 'Hotel 12 34 56 78, Tel Aviv 12 34 56 78'],
    ['addresses of computers', '192.168.100.200 and 10.0.0.1'],
    ['a number that fails the check of cards', '4111 1111 1111 1112'],
    ['a book', 'ISBN 978-3-16-148410-0'],
    ['a mention', 'thanks @ada and e@ma'],
    ['an IBAN with a wrong digit', 'GB33 BUKB 2020 1555 5555 57'],
  ])('leaves %s', (_title, text) => {
    expect(hide(text)).toBe(text);
  });

  it('gives a card back as it was written, whatever its signs', () => {
    const text = 'بطاقة ٤١١١ ١١١١\u00a0١١١１ １１１１ 12/27';
    const mask = createMask([text]);
    expect(mask.hide(text)).toBe('بطاقة [CARD_1] 12/27');
    expect(mask.reveal(mask.hide(text))).toBe(text);
  });

  it('gives the same value the same placeholder, in all that is sent', () => {
    const [text, question] = ['Ask a@b.de or c@d.de.', 'Who is c@d.de? And e@f.de?'];
    const mask = createMask([text, question]);
    expect(mask.hide(text)).toBe('Ask [EMAIL_1] or [EMAIL_2].');
    expect(mask.hide(question)).toBe('Who is [EMAIL_2]? And [EMAIL_3]?');
  });

  it.each(['[EMAIL_1]', '\\[email\\_1\\]', 'EMAIL_1', '【EMAIL_1】'])(
    'takes no placeholder that the text holds itself, such as %s',
    (literal) => {
      const text = `The form says ${literal}; write to a@b.de.`;
      const mask = createMask([text]);
      expect(mask.hide(text)).toBe(`The form says ${literal}; write to [EMAIL_2].`);
      expect(mask.reveal(mask.hide(text))).toBe(text);
    },
  );

  it.each([
    '[email_1]',
    '\\[EMAIL\\_1\\]',
    '[EMAIL 1]',
    '[EMAIL-1]',
    '[ EMAIL_1 ]',
    '【EMAIL_1】',
    'EMAIL_1',
    'EMAIL\\_1',
    '[EMAIL_01]',
  ])('knows its placeholder as %s', (form) => {
    expect(createMask(['a@b.de']).reveal(`Write to ${form}, soon`)).toBe('Write to a@b.de, soon');
  });

  it.each(['[EMAIL_2]', '[NAME_1]', 'email 1', 'email_1', 'MY_EMAIL_1', 'EMAIL_10', '[EMAIL_'])(
    'leaves %s, which it has not made',
    (other) => {
      expect(createMask(['a@b.de']).reveal(`So ${other} stays`)).toBe(`So ${other} stays`);
    },
  );

  it('takes no time to speak of for a million characters without a space', () => {
    for (const text of [
      'a'.repeat(1e6),
      '0'.repeat(1e6),
      'a.'.repeat(5e5),
      '+1'.repeat(5e5),
      'A1'.repeat(5e5),
      '4 '.repeat(1e5),
      '4112 '.repeat(2e4),
      'Tel. '.repeat(1e5),
      '٤'.repeat(2e5),
    ]) {
      expect(hide(text).length).toBeGreaterThan(0);
    }
  });
});

describe('revealStream', () => {
  const mask = createMask([
    'a@b.de, +49 30 1234567, 4111 1111 1111 1111',
    '5555-5555-5555-4444 12/27, Tel. 612 345 678, ٠٥٠ ١٢٣ ٤٥٦٧',
  ]);
  const ANSWERS = [
    'Write to [EMAIL_1] or call [PHONE_1].',
    'Write to \\[EMAIL\\_1\\], [email_1] and EMAIL_1',
    'XEMAIL_1 and EMAIL_12 and [EMAIL_1',
    'Card: [CARD_1]; E, P, I and C are letters [1] \\[x\\].',
    'PHONE_1PHONE_1 [PHONE_1][CARD_1]',
    '[CARD_2] 12/27, [PHONE_2] و【PHONE_3】',
  ];

  it.each(ANSWERS)('puts values back wherever the pieces fall: %s', (answer) => {
    const whole = mask.reveal(answer);
    for (let size = 1; size < answer.length; size += 1) {
      const stream = revealStream(mask);
      let given = '';
      for (let at = 0; at < answer.length; at += size)
        given += stream.push(answer.slice(at, at + size));
      expect(given + stream.end()).toBe(whole);
    }
  });

  it('never gives out a part of a placeholder, and nothing late that can be none', () => {
    const stream = revealStream(mask);
    expect(stream.push('Write to [EMA')).toBe('Write to ');
    expect(stream.push('IL_')).toBe('');
    expect(stream.push('1')).toBe('');
    expect(stream.push('] and ')).toBe('a@b.de and ');
    expect(stream.push('[see')).toBe('[see');
    expect(stream.end()).toBe('');
  });
});
