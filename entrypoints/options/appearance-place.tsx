import { ThemeChoice } from '@/components/ui/theme-choice';
import { chooseTheme, readTheme } from '@/utils/surfaces/theme';

/** What all pages look like. */
export function AppearancePlace() {
  return <ThemeChoice choice={readTheme()} onChoose={chooseTheme} />;
}
