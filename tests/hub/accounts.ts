export type AccountName = 'ada' | 'grace';

interface Organization {
  readonly id: string;
  readonly name: string;
  readonly fullname: string;
  readonly plan?: 'team' | 'enterprise';
  readonly role: 'admin' | 'write' | 'contributor' | 'read';
  readonly canPay: boolean;
}

export interface Person {
  readonly id: string;
  readonly name: AccountName;
  readonly fullname: string;
  readonly email: string;
  readonly isPro: boolean;
  readonly canPay: boolean;
  readonly orgs: readonly Organization[];
}

/** The people who can be signed in at the local Hub. */
export const PEOPLE: Readonly<Record<AccountName, Person>> = {
  ada: {
    id: '6512a0c1d3e4f5a6b7c8d901',
    name: 'ada',
    fullname: 'Ada Lovelace',
    email: 'ada@example.org',
    isPro: true,
    canPay: true,
    orgs: [
      {
        id: '6512a0c1d3e4f5a6b7c8d9a1',
        name: 'analytical-engine',
        fullname: 'Analytical Engine',
        plan: 'team',
        role: 'admin',
        canPay: true,
      },
      {
        id: '6512a0c1d3e4f5a6b7c8d9a2',
        name: 'london-readers',
        fullname: 'London Readers',
        role: 'contributor',
        canPay: false,
      },
    ],
  },
  grace: {
    id: '6512a0c1d3e4f5a6b7c8d902',
    name: 'grace',
    fullname: 'Grace Hopper',
    email: 'grace@example.org',
    isPro: false,
    canPay: false,
    orgs: [],
  },
};

/** Finds a person by the id that stands in the tokens as `sub`. */
export function personById(id: string | undefined): Person | undefined {
  return Object.values(PEOPLE).find((person) => person.id === id);
}

export function pictureOf(name: string, picturesOrigin: string): string {
  return `${picturesOrigin}/avatars/${name}.svg`;
}
