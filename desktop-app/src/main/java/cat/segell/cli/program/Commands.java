// SPDX-License-Identifier: EUPL-1.2
package cat.segell.cli.program;

import cat.segell.cli.Invocation;
import cat.segell.cli.batch.BatchCommand;
import cat.segell.cli.batch.ResumeCommand;
import cat.segell.cli.cards.AddDriverCommand;
import cat.segell.cli.cards.CardsCommand;
import cat.segell.cli.cards.RemoveDriverCommand;
import cat.segell.cli.cards.UpdateCatalogueCommand;
import cat.segell.cli.demo.DemoCommand;
import cat.segell.cli.doctor.DoctorCommand;
import cat.segell.cli.extend.ExtendCommand;
import cat.segell.cli.keys.KeysCommand;
import cat.segell.cli.notary.LedgerCommand;
import cat.segell.cli.notary.NotariseCommand;
import cat.segell.cli.notary.ReceiptCommand;
import cat.segell.cli.pin.ChangePinCommand;
import cat.segell.cli.pin.UnblockCommand;
import cat.segell.cli.print.PrintCommand;
import cat.segell.cli.queue.QueueCommand;
import cat.segell.cli.sign.SignCommand;
import cat.segell.cli.timestamp.TimestampCommand;
import cat.segell.cli.trust.TrustCommand;
import cat.segell.cli.verify.VerifyCommand;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;

/** The program's commands by name, in the order of its help. Describing one takes picocli so long that those nobody means aren't. */
final class Commands {

    private static final String HELP = "help";

    private Commands() {}

    /** The one that the first word names, with nothing that could be a wish for help; else all. */
    static Map<String, Supplier<CommandLine>> meant(String[] args, Invocation invocation) {
        Map<String, Supplier<CommandLine>> all = all(invocation);
        String first = args.length == 0 ? "" : args[0];
        Supplier<CommandLine> named = all.get(first);
        return named == null || first.equals(HELP) ? all : Map.of(first, named);
    }

    static Map<String, Supplier<CommandLine>> all(Invocation invocation) {
        Map<String, Supplier<CommandLine>> all = new LinkedHashMap<>();
        all.put("demo", () -> new CommandLine(new DemoCommand(invocation)));
        all.put("sign", () -> new CommandLine(new SignCommand(invocation)));
        all.put(
                "batch",
                () -> new CommandLine(new BatchCommand(invocation))
                        .addSubcommand(new BatchCommand.Listed(invocation))
                        .addSubcommand(new BatchCommand.Shown(invocation))
                        .addSubcommand(new ResumeCommand(invocation))
                        .addSubcommand(new BatchCommand.Forgotten(invocation)));
        all.put(
                "queue",
                () -> new CommandLine(new QueueCommand(invocation))
                        .addSubcommand(new QueueCommand.Listed(invocation))
                        .addSubcommand(new QueueCommand.Run(invocation))
                        .addSubcommand(new QueueCommand.Forgotten(invocation)));
        all.put("verify", () -> new CommandLine(new VerifyCommand(invocation)));
        all.put("extend", () -> new CommandLine(new ExtendCommand(invocation)));
        all.put("print", () -> new CommandLine(new PrintCommand(invocation)));
        all.put("timestamp", () -> new CommandLine(new TimestampCommand(invocation)));
        all.put("keys", () -> new CommandLine(new KeysCommand(invocation)));
        all.put(
                "cards",
                () -> new CommandLine(new CardsCommand(invocation))
                        .addSubcommand(new ChangePinCommand(invocation))
                        .addSubcommand(new UnblockCommand(invocation))
                        .addSubcommand(new AddDriverCommand(invocation))
                        .addSubcommand(new RemoveDriverCommand(invocation))
                        .addSubcommand(new UpdateCatalogueCommand(invocation)));
        all.put("doctor", () -> new CommandLine(new DoctorCommand(invocation)));
        all.put("notarise", () -> new CommandLine(new NotariseCommand(invocation)));
        all.put(
                "receipt",
                () -> new CommandLine(new ReceiptCommand(invocation))
                        .addSubcommand(new ReceiptCommand.Verify(invocation)));
        all.put(
                "ledger",
                () -> new CommandLine(new LedgerCommand(invocation))
                        .addSubcommand(new LedgerCommand.Status(invocation))
                        .addSubcommand(new LedgerCommand.Verify(invocation)));
        all.put(
                "trust",
                () -> new CommandLine(new TrustCommand(invocation))
                        .addSubcommand(new TrustCommand.Status(invocation))
                        .addSubcommand(new TrustCommand.Update(invocation))
                        .addSubcommand(new TrustCommand.On(invocation))
                        .addSubcommand(new TrustCommand.Off(invocation)));
        all.put(
                "policy",
                () -> new CommandLine(new PolicyCommand(invocation))
                        .addSubcommand(new PolicyCommand.Explain(invocation)));
        all.put(HELP, () -> new CommandLine(new HelpCommand(invocation)));
        SourceCommand.NAMES.forEach(name -> all.put(name, () -> new CommandLine(new SourceCommand(name, invocation))));
        return all;
    }
}
