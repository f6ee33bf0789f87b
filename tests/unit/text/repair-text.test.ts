// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { repairText } from '@/utils/text/repair-text';

const lines = (...all: string[]) => all.join('\n');

describe('repairText', () => {
  it('joins the lines of a paragraph that a page has broken, and the words too', () => {
    const copied = lines(
      'The lens of a lighthouse bends the light of a small',
      'flame into a beam that is seen over twenty miles of',
      'sea. Its rings of glass were ground by hand, which il-',
      'luminates why one of them cost as much as a house.',
      'Sailors trusted it.',
    );
    expect(repairText(copied)).toBe(
      'The lens of a lighthouse bends the light of a small flame into a beam that is seen over twenty miles of sea. Its rings of glass were ground by hand, which illuminates why one of them cost as much as a house. Sailors trusted it.',
    );
  });

  it('keeps paragraphs apart, whether or not a blank line stands between them', () => {
    const copied = lines(
      'Der Leuchtturm steht seit dem Jahr 1850 auf dem',
      'Felsen und weist den Weg.',
      'Seine Linse wurde in Paris geschliffen und in drei',
      'Kisten über das Meer gebracht.',
      '',
      'Heute brennt dort eine elektrische Lampe, die kein',
      'Mensch mehr bewacht.',
    );
    expect(repairText(copied)).toBe(
      lines(
        'Der Leuchtturm steht seit dem Jahr 1850 auf dem Felsen und weist den Weg.',
        'Seine Linse wurde in Paris geschliffen und in drei Kisten über das Meer gebracht.',
        '',
        'Heute brennt dort eine elektrische Lampe, die kein Mensch mehr bewacht.',
      ),
    );
  });

  it.each([
    ['a German word', 'Leucht-', 'turm gesehen haben und', 'Leuchtturm gesehen'],
    ['what German leaves out', 'die Vor-', 'und Nachteile zu wägen', 'Vor- und Nachteile'],
    ['a compound with a capital', 'den Nord-', 'Ostsee-Kanal gefahren', 'Nord-Ostsee-Kanal'],
    ['an English prefix', 'a well-', 'known lighthouse there', 'well-known lighthouse'],
    ['a chain of words', 'the state-of-the-', 'art lens it has now', 'state-of-the-art lens'],
    ['years', 'in 1850-', '1851 on the rock, and', '1850-1851 on'],
    ['a soft hyphen', 'a light\u00ad', 'house on the rock and', 'lighthouse on'],
  ])('mends %s', (_title, end, next, mended) => {
    const copied = lines(
      `something long enough to be a column of a page, ${end}`,
      `${next} what else there is to say in such a line as`,
      'this one.',
    );
    expect(repairText(copied)).toContain(mended);
  });

  it('decides a hyphen by what else the text writes', () => {
    const copied = lines(
      'It is an e-reader with a co-operative screen that glows',
      'at night, and people call it the best of all the co-',
      'operative ones.',
    );
    expect(repairText(copied)).toContain('all the co-operative ones');
  });

  it('joins Chinese and Japanese without a space, and Korean with one', () => {
    expect(
      repairText(
        '灯塔的透镜把一盏小灯的光汇聚成一束光，\n在二十海里以外的海面上也能看见，\n水手们都信任它。',
      ),
    ).toBe(
      '灯塔的透镜把一盏小灯的光汇聚成一束光，在二十海里以外的海面上也能看见，水手们都信任它。',
    );
    expect(repairText('등대의 렌즈는 작은 불꽃의 빛을 모아 바다를\n비춘다.')).toContain(
      '바다를 비춘다',
    );
  });

  it('joins Arabic, which has no case', () => {
    expect(
      repairText(
        lines(
          'تجمع عدسة المنارة ضوء شعلة صغيرة في حزمة واحدة',
          'يمكن رؤيتها من مسافة عشرين ميلا فوق سطح البحر',
          'وقد وثق بها البحارة.',
        ),
      ).split('\n'),
    ).toHaveLength(1);
  });

  it('takes letters apart that a font has drawn together, and soft hyphens out', () => {
    expect(repairText('The ﬁrst eﬃcient ﬂame in the light\u00adhouse')).toBe(
      'The first efficient flame in the lighthouse',
    );
  });

  it.each([
    [
      'English that names commands and options',
      lines(
        'Most keepers keep the settings of the lamp in a folder that',
        'git knows, so that each change can be undone. They start the',
        'lamp with --bright where the sea is rough, and let the flag',
        '-d away where it is not.',
      ),
    ],
    [
      'English about a list from which something is chosen',
      lines(
        'Then select one of the lamps that are shown and move it away',
        'from the others, so that the keeper can see where it belongs',
        'and join the two.',
      ),
    ],
    [
      'Italian',
      lines(
        'La lente del faro raccoglie la luce di una piccola fiamma in',
        'un solo fascio che si vede da venti miglia di distanza sopra',
        'il mare aperto.',
      ),
    ],
    [
      'Dutch',
      lines(
        'De lens van de vuurtoren bundelt het licht van een vlammetje',
        'tot een straal die tot twintig mijl ver op zee te zien is en',
        'schepen de weg wijst.',
      ),
    ],
    [
      'Polish',
      lines(
        'Soczewka latarni morskiej skupia światło małego płomienia w',
        'jeden promień widoczny z odległości dwudziestu mil morskich',
        'od brzegu.',
      ),
    ],
    [
      'Russian',
      lines(
        'Линза маяка собирает свет маленького пламени в один луч над',
        'морем которому моряки доверяли многие годы прежде чем пришло',
        'электричество.',
      ),
    ],
    [
      'Indonesian',
      lines(
        'Lensa mercusuar mengumpulkan cahaya nyala kecil menjadi satu',
        'berkas yang terlihat sejauh dua puluh mil dari atas laut dan',
        'menuntun kapal pulang.',
      ),
    ],
  ])('joins the lines of %s', (_title, text) => {
    expect(repairText(text)).toBe(text.replaceAll('\n', ' '));
  });

  it.each([
    [
      'a list',
      lines('- a lens of glass that bends the light of the flame', '- a flame', '- a tower'),
    ],
    [
      'a numbered list',
      lines('1. Light the flame before the night falls on the sea', '2. Turn the lens'),
    ],
    ['a heading', lines('Results of the measurements', 'The lens bends light. It is old.')],
    ['an address', lines('Ada Lovelace', '12 St James’s Square', 'London')],
    [
      'a table',
      lines('Lamp\tYear\tMiles of sea that it lights up', 'oil\t1850\t12', 'gas\t1880\t20'),
    ],
    [
      'a table of numbers',
      lines('Fresnel 1850 20.5 12 where the lens is of first order', 'Argand 1784 3.5 4'),
    ],
    [
      'verse',
      lines(
        'The lighthouse lifts its lamp above the foam',
        'And turns its slow and patient eye to sea',
        'To call the ships and all their people home,',
        'And none of them will ever pay its fee.',
      ),
    ],
    [
      'German verse',
      lines(
        'Wer reitet so spät durch Nacht und Wind?',
        'Es ist der Vater mit seinem Kind;',
        'Er hat den Knaben wohl in dem Arm,',
        'Er faßt ihn sicher, er hält ihn warm.',
      ),
    ],
    ['Chinese verse', lines('床前明月光，', '疑是地上霜。', '举头望明月，', '低头思故乡。')],
    ['a mail with a quotation', lines('> did you see the lens?', '> it is old', 'Yes.')],
    [
      'paragraphs of a page',
      lines('A lens bends light.', 'Its rings are glass. Sailors trusted it for years.'),
    ],
  ])('keeps the lines of %s', (_title, text) => {
    expect(repairText(text)).toBe(text);
  });

  it('joins the lines of an item, and keeps the items', () => {
    expect(
      repairText(
        lines(
          '• the lens, which bends the light of a small flame',
          'into one beam over the sea,',
          '• the tower, which lifts it above the curve of the',
          'earth.',
        ),
      ),
    ).toBe(
      lines(
        '• the lens, which bends the light of a small flame into one beam over the sea,',
        '• the tower, which lifts it above the curve of the earth.',
      ),
    );
  });

  it('keeps code between prose to the byte, and mends the prose', () => {
    const code = lines('```', 'const light = lens-', 'ing;', '', 'ﬁ', '```');
    const prose = lines(
      'This is how the lamp is lit in the program that the',
      'keeper runs at night.',
    );
    expect(repairText(lines(prose, '', code))).toBe(lines(prose.replace('\n', ' '), '', code));
  });

  it('takes no time to speak of for a million characters, however they are broken', () => {
    expect(repairText('a'.repeat(1_000_000))).toHaveLength(1_000_000);
    expect(repairText(`${'a'.repeat(500_000)}-\n`.repeat(2))).toHaveLength(1_000_002);
    expect(repairText('a-\n'.repeat(200_000))).toBeTypeOf('string');
    const paragraph = 'The lens of a lighthouse bends the light of a small flame\ninto a beam. ';
    expect(repairText(paragraph.repeat(14_000)).split('\n')).toHaveLength(1);
  });
});

describe('repairText, twice', () => {
  /** The same numbers each time. */
  function numbers(seed: number): () => number {
    let state = seed;
    return () => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return state / 2_147_483_648;
    };
  }

  it('is the same as once, whatever stands in the text', () => {
    const parts = [
      'lens',
      'The ',
      'light-\n',
      ' ',
      '\n',
      '\n\n',
      '. ',
      ', ',
      '- ',
      '1. ',
      'ﬁ',
      '\u00ad\n',
      '灯塔',
      '。',
      '{',
      ';\n',
      '\t',
      '    ',
      'und ',
      'a small flame over the sea ',
      'Wind?',
      '```\n',
    ];
    for (let seed = 1; seed <= 1_500; seed += 1) {
      const next = numbers(seed);
      const text = Array.from({ length: 60 }, () => parts[Math.floor(next() * parts.length)]).join(
        '',
      );
      const once = repairText(text);
      expect(repairText(once)).toBe(once);
    }
  });
});
