import { i18n } from '#i18n';
import { AmountField } from '@/components/money/amount-field';
import { BillToChoice } from '@/components/money/bill-to-choice';
import type { Account } from '@/utils/account/account';
import type { AccountSettings, SettingsChange } from '@/utils/account/account-settings';
import { ASK_ABOVE_USD } from '@/utils/money/reason-to-ask';

/** Who pays, and above what a person is asked first. */
export function SpendingLimits(props: {
  account: Account;
  settings: AccountSettings;
  /** The organization that an administrator has decided on. */
  managedPayer: string | undefined;
  onChange: (change: SettingsChange) => Promise<boolean>;
}) {
  const { account, settings, onChange } = props;
  return (
    <>
      <BillToChoice
        account={account}
        billTo={settings.billTo}
        managed={props.managedPayer}
        onChoose={(billTo) => void onChange({ billTo })}
      />
      <AmountField
        label={i18n.t('money.askAbove')}
        hint={i18n.t('money.askAboveHint')}
        value={settings.askAboveUsd}
        placeholder={String(ASK_ABOVE_USD)}
        onChange={(askAboveUsd) => onChange({ askAboveUsd })}
      />
      <AmountField
        label={i18n.t('money.cap')}
        hint={i18n.t('money.capHint')}
        value={settings.monthlyCapUsd}
        placeholder={i18n.t('money.noCap')}
        onChange={(monthlyCapUsd) => onChange({ monthlyCapUsd })}
      />
    </>
  );
}
