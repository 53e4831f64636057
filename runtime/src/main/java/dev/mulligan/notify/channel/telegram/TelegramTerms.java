package dev.mulligan.notify.channel.telegram;

/**
 * The target and the options of Telegram messages.
 *
 * @param isSilent whether the message makes no sound
 * @param hasPreview whether to show a preview of the first link
 */
record TelegramTerms(
    TelegramTarget target, TelegramFormat format, boolean isSilent, boolean hasPreview) {}
