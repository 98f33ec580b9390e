import java.io.File;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.VeraPDFFoundry;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.RuleId;

/**
 * Judges PDFs with veraPDF, each by all rules of the standards that it claims to meet.
 *
 * Prints a line for each file, and beneath it one for each rule that failed: the standard, the clause
 * and its test, how often, what is wrong the first time and where. A file that claims nothing has
 * failed as well. Exit status 0 where nothing failed, else 1.
 */
class Validate {
    public static void main(String[] paths) {
        // Which fonts lack what, which is told by the rules as well.
        Logger.getLogger("").setLevel(Level.SEVERE);
        VeraGreenfieldFoundryProvider.initialise();
        int failed = 0;
        for (String path : paths) {
            if (!meetsItsClaims(path)) failed++;
        }
        System.out.println("judged, " + failed + " of " + paths.length + " files failed");
        System.exit(failed == 0 ? 0 : 1);
    }

    private static boolean meetsItsClaims(String path) {
        VeraPDFFoundry foundry = Foundries.defaultInstance();
        try (PDFAParser file = foundry.createParser(new File(path))) {
            List<PDFAFlavour> claims = file.getFlavours();
            System.out.println(path + ": " + (claims.isEmpty() ? "claims no standard" : claims));
            if (claims.isEmpty()) return false;
            boolean meetsAll = true;
            // One failure a rule, no passes, with messages, without progress.
            PDFAValidator validator = foundry.createValidator(claims, 1, false, true, false);
            for (ValidationResult result : validator.validateAll(file)) {
                result.getFailedChecks().forEach((rule, times) -> tell(rule, times, result));
                meetsAll &= result.isCompliant();
            }
            return meetsAll;
        } catch (Exception error) {
            System.out.println(path + ": cannot be judged: " + error);
            return false;
        }
    }

    private static void tell(RuleId rule, int times, ValidationResult result) {
        TestAssertion first = result.getTestAssertions().stream()
            .filter(each -> each.getRuleId().equals(rule)).findFirst().orElseThrow();
        System.out.printf("  %s %s-%d, %d times: %s%n    %s%n", result.getPDFAFlavour(), rule.getClause(),
            rule.getTestNumber(), times, first.getErrorMessage(), first.getLocation().getContext());
    }
}
